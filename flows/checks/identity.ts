import { type FlowCheck, mistake } from './check.ts';

/** Name and address can only be shielded for somebody whose identity is protected. */
export const shieldsTheProtected: FlowCheck = ({ patient, steps }) =>
  patient === undefined || patient.protectedIdentity
    ? []
    : steps
        .filter(({ activity }) => activity.type === 'question' && activity.kind === 'identity-shielded')
        .map((step) =>
          mistake(
            'Bara den som har skyddad identitet har namn och adress skyddade; skriv "Givet en patient med skyddad identitet".',
            step,
          ),
        );

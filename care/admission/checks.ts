import { type FlowCheck, mistake, saidIn } from '../../flows/checks/check.ts';

/** Name and address can only be shielded for somebody whose identity is protected. */
const shieldsTheProtected: FlowCheck = ({ patient, steps }) =>
  patient === undefined || patient.protectedIdentity
    ? []
    : steps
        .filter((step) => saidIn(step, 'identity-shielded') !== undefined)
        .map((step) =>
          mistake(
            'Bara den som har skyddad identitet har namn och adress skyddade; skriv "Givet en patient med skyddad identitet".',
            step,
          ),
        );

export const checks: readonly FlowCheck[] = [shieldsTheProtected];

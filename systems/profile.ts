import type { Mapping } from './mapping.ts';
import type { SignInProfile } from './sign-in-profile.ts';

/**
 * A system under test, as its YAML file in systems/profiles describes it. Secrets are never written in it: a value
 * `env:NAME` is read from the environment when it is needed.
 */
export interface SystemProfile {
  readonly name: string;
  /** Anything but 'test' is refused before anything is sent. */
  readonly environment: 'test';
  /** Base address of the FHIR R4 server, for channel api. */
  readonly fhir?: string;
  /** Other base addresses by which the system names itself in links; what is there is asked for at `fhir`. */
  readonly alsoKnownAs?: readonly string[];
  /** Address of the clinical client, for channel ui, and the driver that knows its pages. */
  readonly ui?: {
    readonly address: string;
    /** 'reference-ui', or the file of a driver: in YAML relative to the profile, absolute once it is read. */
    readonly driver: string;
  };
  /** Another driver for channel api than the one for FHIR R4: its file, as above. */
  readonly api?: { readonly driver: string };
  readonly signIn: SignInProfile;
  /** The one host beside this machine that may be loaded; without it nothing elsewhere is. */
  readonly load?: { readonly host: string };
  /** What the system does by itself beyond storing resources; see docs/fhir-mapping.md. */
  readonly workflows?: readonly Workflow[];
  /** Local identity of units where it is not the HSA-id: unit key to FHIR reference. */
  readonly units?: Readonly<Record<string, string>>;
  /** How the system says in FHIR what the areas say otherwise: in YAML a file beside the profile, or the rules themselves. */
  readonly mapping?: Mapping;
}

/** What a plain FHIR server does not do and a care system does; a step that needs one is not covered without it. */
export const WORKFLOWS = {
  'bed-assignment': 'tilldelar en vårdplats vid inläggning',
  'early-warning': 'varnar när vitalparametrar ger höga NEWS2-poäng',
  'decision-support': 'stoppar eller varnar vid ordination',
  'laboratory-routing': 'lägger signerade provordinationer på laboratoriets arbetslista',
  'message-delivery': 'levererar meddelanden till mottagarens inkorg med kvittens',
  'consent-enforcement': 'hindrar informationsdelning utan patientens samtycke',
  'identity-shielding': 'skyddar namn och adress för personer med skyddad identitet',
  'patient-access': 'visar patienten den egna journalen',
  'role-views': 'visar varje yrkesroll dess egen läkemedelslista',
} as const;

export type Workflow = keyof typeof WORKFLOWS;

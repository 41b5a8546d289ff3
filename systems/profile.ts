import type { Mapping } from './mapping.ts';
import type { WrittenScreens } from './screens/screens.ts';
import type { PagesSignIn, SignInProfile } from './sign-in-profile.ts';

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
    /** 'reference-ui', 'screens', or the file of a driver: in YAML relative to the profile, absolute once it is read. */
    readonly driver: string;
    /** What driver screens goes by: in YAML a file beside the profile. */
    readonly screens?: WrittenScreens;
    /** How people sign in to the pages of driver screens, where it is not as `signIn` says. */
    readonly signIn?: PagesSignIn;
  };
  /** Another driver for channel api than the one for FHIR R4: its file, as above. */
  readonly api?: { readonly driver: string };
  readonly signIn: SignInProfile;
  /** Where the decision support lists its services by CDS Hooks, and the bearer token it may ask for. */
  readonly cdsHooks?: { readonly address: string; readonly token?: string };
  /** Where robots make pictures and look at them; without it those steps are not covered. */
  readonly imaging?: ImagingProfile;
  /** The one host beside this machine that may be loaded; without it nothing elsewhere is. */
  readonly load?: { readonly host: string };
  /** What the system does by itself beyond storing resources, by the names that areas of care have for it. */
  readonly workflows?: readonly string[];
  /** Local identity of units where it is not the HSA-id: unit key to FHIR reference. */
  readonly units?: Readonly<Record<string, string>>;
  /** How the system says in FHIR what the areas say otherwise: in YAML a file beside the profile, or the rules themselves. */
  readonly mapping?: Mapping;
}

/** An archive of pictures. */
interface ImagingProfile {
  /** 'dicom://127.0.0.1:4242/ORTHANC': host, port and application entity title of C-FIND and C-STORE. */
  readonly dicom: string;
  /** What the robot's modality calls itself; GENREPCT when absent. */
  readonly callingTitle?: string;
  /** Base address of DICOMweb, on the host of the record. */
  readonly dicomWeb: string;
}

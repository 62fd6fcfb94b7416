/** Sources that reports cite. */
export const REFERENCES = {
  abel: {
    text: 'Abel J, Kingston H, Scally A, et al. Reducing emergency hospital admissions: a population health complex intervention of an enhanced model of primary care and compassionate communities. Br J Gen Pract 2018;68(676):e803–e810.',
    url: 'https://doi.org/10.3399/bjgp18X699437',
  },
  bernal: {
    text: 'Lopez Bernal J, Cummins S, Gasparrini A. Interrupted time series regression for the evaluation of public health interventions: a tutorial. Int J Epidemiol 2017;46(1):348–355.',
    url: 'https://doi.org/10.1093/ije/dyw098',
  },
  hudson: {
    text: 'Hudson J, Fielding S, Ramsay CR. Methodology and reporting characteristics of studies using interrupted time series design in healthcare. BMC Med Res Methodol 2019;19:137.',
    url: 'https://doi.org/10.1186/s12874-019-0777-x',
  },
  turner: {
    text: 'Turner SL, Karahalios A, Forbes AB, et al. Creating effective interrupted time series graphs: review and recommendations. Res Synth Methods 2021;12(1):106–117.',
    url: 'https://doi.org/10.1002/jrsm.1435',
  },
  epoc: {
    text: 'Cochrane Effective Practice and Organisation of Care (EPOC). Suggested risk of bias criteria for EPOC reviews. EPOC Resources for review authors, 2017 (epoc.cochrane.org).',
    url: null,
  },
  record: {
    text: 'Benchimol EI, Smeeth L, Guttmann A, et al. The REporting of studies Conducted using Observational Routinely-collected health Data (RECORD) statement. PLoS Med 2015;12(10):e1001885.',
    url: 'https://doi.org/10.1371/journal.pmed.1001885',
  },
  squire: {
    text: 'Ogrinc G, Davies L, Goodman D, et al. SQUIRE 2.0 (Standards for QUality Improvement Reporting Excellence). BMJ Qual Saf 2016;25:986–992.',
    url: 'https://doi.org/10.1136/bmjqs-2015-004411',
  },
  tidier: {
    text: 'Hoffmann TC, Glasziou PP, Boutron I, et al. Better reporting of interventions: template for intervention description and replication (TIDieR) checklist and guide. BMJ 2014;348:g1687.',
    url: 'https://doi.org/10.1136/bmj.g1687',
  },
} as const;

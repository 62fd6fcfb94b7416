/** Sources that reports cite. */
export const REFERENCES = {
  abel: {
    text: 'Abel J, Kingston H, Scally A, et al. Reducing emergency hospital admissions: a population health complex intervention of an enhanced model of primary care and compassionate communities. Br J Gen Pract 2018;68(676):e803–e810.',
    url: 'https://doi.org/10.3399/bjgp18X699437',
  },
  perla: {
    text: 'Perla RJ, Provost LP, Murray SK. The run chart: a simple analytical tool for learning from variation in healthcare processes. BMJ Qual Saf 2011;20:46–51.',
    url: 'https://doi.org/10.1136/bmjqs.2009.037895',
  },
  swed: {
    text: 'Swed FS, Eisenhart C. Tables for testing randomness of grouping in a sequence of alternatives. Ann Math Stat 1943;14:66–87.',
    url: null,
  },
  anhoej: {
    text: 'Anhøj J, Olesen AV. Run charts revisited: a simulation study of run chart rules for detection of non-random variation in health care processes. PLoS ONE 2014;9(11):e113825.',
    url: 'https://doi.org/10.1371/journal.pone.0113825',
  },
} as const;

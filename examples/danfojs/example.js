// A DataFrame of quarterly admissions into quarterline, and what it found back into a DataFrame: npm install && npm start
import dfd from 'danfojs-node';
import { compare, dataset } from 'quarterline';

const quarters = [0, 1, 2].flatMap((year) => [1, 2, 3, 4].map((q) => `${2013 + year}/${14 + year} Q${q}`));
const frame = new dfd.DataFrame({
  quarter: [...quarters, ...quarters],
  area: quarters.map(() => 'Frome').concat(quarters.map(() => 'Somerset')),
  admissions: [...quarters.map((_, i) => 700 - 5 * i), ...quarters.map((_, i) => 12000 + 60 * i)],
});

// In: records. danfojs reads the code 007 as the number 7, so read codes as text before they come into a frame.
const data = dataset(dfd.toJSON(frame, { format: 'column' }));

const answer = compare(data, {
  practice: 'Frome',
  comparator: 'Somerset',
  baseline: '2013/14',
  followUp: '2015/16',
});
for (const { text } of answer.findings) process.stdout.write(`${text}\n`);

// Out: any list of plain records is a frame again.
const found = new dfd.DataFrame(
  answer.result.measures.map(({ measure, practice, comparator }) => ({
    measure,
    practice: practice.percentChange,
    comparator: comparator.percentChange,
  })),
);
found.print();

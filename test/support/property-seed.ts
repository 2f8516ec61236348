// The laws try the same random cases in every run, so that a red run can be repeated and a green one means the same
// everywhere; EXPLORE=1 draws new ones.
import fc from 'fast-check';

if (process.env['EXPLORE'] === undefined)
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_121 });

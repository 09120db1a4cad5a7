import fc from 'fast-check';

// A mutant is killed by the first counterexample: nobody reads how small it can be made.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });

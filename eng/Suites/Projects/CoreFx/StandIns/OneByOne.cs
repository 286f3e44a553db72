// Tests that look at times and threads do not stand others beside them. Most suites say so themselves.
[assembly: Xunit.CollectionBehavior(DisableTestParallelization = true)]

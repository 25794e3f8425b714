// libtorch's number of threads is the process's, and a run sets it: one at a time, or the last digits are another's.
[assembly: Xunit.CollectionBehavior(DisableTestParallelization = true)]

// Tests that seed the default generator, or count what the memory pool holds, must not run beside others.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

// The runs read environment variables and share the global random generator.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

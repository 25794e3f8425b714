namespace TorchSharp.Managed.Tests.Memory;

/// <summary>Tests that count the pool's bytes run alone: every other test uses the same pool.</summary>
[CollectionDefinition(nameof(PoolCollection), DisableParallelization = true)]
public class PoolCollection;

namespace TorchSharp.Managed.Tests.Memory;

/// <summary>Tests that run alone, because what they observe all tests share: the pool's bytes, the default generator.</summary>
[CollectionDefinition(nameof(SharedStateCollection), DisableParallelization = true)]
public class SharedStateCollection;

namespace DtcGen.Tests;

/// <summary>Tests that draw from libtorch's generator, which all threads share, take turns: one would change what another draws.</summary>
internal static class GlobalGenerator
{
    /// <summary>The name of their collection.</summary>
    public const string Collection = "libtorch's generator";
}

namespace DtcGen.Generators.Reading.Values;

/// <summary>Something that takes no part in what <c>forward</c> computes, such as a dispose scope.</summary>
internal sealed record OpaqueValue : ReadValue
{
    public static OpaqueValue Instance { get; } = new();
}

namespace DtcGen.Generators.Reading.Values;

/// <summary>Something that could not be read, and was reported where it stands.</summary>
internal sealed record UnreadableValue : ReadValue
{
    public static UnreadableValue Instance { get; } = new();
}

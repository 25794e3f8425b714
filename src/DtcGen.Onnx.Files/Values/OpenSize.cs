namespace DtcGen.Onnx;

/// <summary>An open size.</summary>
internal sealed class OpenSize : DimensionFactor
{
    private static long _made;

    // Those of the file are equal when their names are; one that was made up is equal to itself alone.
    private readonly long _number;

    private OpenSize(string name, long number) => (Name, _number) = (name, number);

    public string Name { get; }

    /// <summary>Whether it has no text by which it could be told from others.</summary>
    public bool IsNameless => HasMadeUp && Name.Length == 1;

    public override int Length => Name.Length;

    public override long? Least => 0;

    public override IEnumerable<string> Names => HasMadeUp ? [] : [Name];

    public override bool HasMadeUp => _number > 0;

    public override string Text => HasMadeUp || DimensionText.IsPlain(Name) ? Name : $"\"{Name}\"";

    public static OpenSize Of(string name) => new(name, 0);

    public static OpenSize MadeUp(string text) => new(text, Interlocked.Increment(ref _made));

    public override DimensionForm? With(IReadOnlyDictionary<string, long> sizes)
        => !HasMadeUp && sizes.TryGetValue(Name, out var size) ? DimensionForm.Of(size) : DimensionForm.Of(this);

    public override int CompareTo(DimensionFactor? other) => other is not OpenSize size ? -1
        : _number != size._number ? _number.CompareTo(size._number)
        : HasMadeUp ? 0
        : string.CompareOrdinal(Name, size.Name);

    public override int GetHashCode() => HasMadeUp ? _number.GetHashCode() : Name.GetHashCode(StringComparison.Ordinal);
}

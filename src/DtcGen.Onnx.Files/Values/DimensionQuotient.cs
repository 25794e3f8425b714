namespace DtcGen.Onnx;

/// <summary>A quotient of two forms, rounded down or towards zero.</summary>
internal sealed class DimensionQuotient(DimensionForm numerator, DimensionForm divisor, bool towardsZero) : DimensionFactor
{
    public DimensionForm Numerator => numerator;

    public DimensionForm Divisor => divisor;

    public bool TowardsZero => towardsZero;

    public override int Length => numerator.Length + divisor.Length + "floor(()/())".Length;

    public override long? Least => divisor.Number is > 0 and long by && numerator.Least is >= 0 and long least ? least / by : null;

    public override IEnumerable<string> Names => numerator.Names.Concat(divisor.Names);

    public override bool HasMadeUp => numerator.HasMadeUp || divisor.HasMadeUp;

    public override string Text => $"{(towardsZero ? DimensionText.Trunc : DimensionText.Floor)}({Part(numerator)}/{Part(divisor)})";

    public override DimensionForm? With(IReadOnlyDictionary<string, long> sizes)
        => numerator.With(sizes) is { } above && divisor.With(sizes) is { } below && below.Number != 0
            ? DimensionForm.Divide(above, below, towardsZero)
            : null;

    public override int CompareTo(DimensionFactor? other)
    {
        if (other is not DimensionQuotient quotient)
        {
            return 1;
        }

        var order = towardsZero.CompareTo(quotient.TowardsZero);
        order = order != 0 ? order : divisor.CompareTo(quotient.Divisor);
        return order != 0 ? order : numerator.CompareTo(quotient.Numerator);
    }

    public override int GetHashCode() => HashCode.Combine(numerator, divisor, towardsZero);

    private static string Part(DimensionForm form) => form.IsOnePart ? form.ToString() : $"({form})";
}

using System.Globalization;

namespace DtcGen.Onnx;

/// <summary>A product: a number other than 0 and powers of factors, in the factors' order.</summary>
internal sealed class DimensionTerm
{
    /// <summary>The highest sum of powers; no shape comes near.</summary>
    public const int MostDegree = 32;

    private readonly (DimensionFactor Factor, int Power)[] _factors;

    private DimensionTerm(long coefficient, (DimensionFactor Factor, int Power)[] factors)
    {
        (Coefficient, _factors) = (coefficient, factors);
        Degree = factors.Sum(static f => f.Power);
    }

    public long Coefficient { get; }

    public int Degree { get; }

    public IReadOnlyList<(DimensionFactor Factor, int Power)> Factors => _factors;

    public bool IsNumber => _factors.Length == 0;

    public int Length => 4 + _factors.Sum(static f => f.Factor.Length + 2);

    /// <summary>The lowest that it can be; null where that is not clear.</summary>
    public long? Least => IsNumber ? Coefficient : Coefficient > 0 && _factors.All(static f => f.Factor.Least >= 0) ? 0 : null;

    public static DimensionTerm Of(long number) => new(number, []);

    public static DimensionTerm Of(DimensionFactor factor, int power = 1) => new(1, [(factor, power)]);

    public DimensionTerm With(long coefficient) => new(coefficient, _factors);

    /// <summary>The product; null when it does not fit.</summary>
    public static DimensionTerm? Multiply(DimensionTerm left, DimensionTerm right)
    {
        if (left.Degree + right.Degree > MostDegree
            || DimensionForm.Fit((Int128)left.Coefficient * right.Coefficient) is not long coefficient)
        {
            return null;
        }

        var powers = new SortedDictionary<DimensionFactor, int>();
        foreach (var (factor, power) in left._factors.Concat(right._factors))
        {
            powers[factor] = powers.GetValueOrDefault(factor) + power;
        }

        return new DimensionTerm(coefficient, [.. powers.Select(static p => (p.Key, p.Value))]);
    }

    /// <summary>The quotient; null when it leaves a rest.</summary>
    public static DimensionTerm? Divide(DimensionTerm left, DimensionTerm right)
    {
        if (left.Coefficient % right.Coefficient != 0)
        {
            return null;
        }

        var powers = left._factors.ToDictionary(static f => f.Factor, static f => f.Power);
        foreach (var (factor, power) in right._factors)
        {
            if (powers.GetValueOrDefault(factor) < power)
            {
                return null;
            }

            powers[factor] -= power;
        }

        return new DimensionTerm(
            left.Coefficient / right.Coefficient,
            [.. left._factors.Select(f => (f.Factor, powers[f.Factor])).Where(static f => f.Item2 > 0)]);
    }

    /// <summary>
    /// The order of terms, which multiplication keeps: by degree, then by the powers of the first factor in which two
    /// differ. Coefficients do not count.
    /// </summary>
    public static int Order(DimensionTerm left, DimensionTerm right)
    {
        if (left.Degree != right.Degree)
        {
            return left.Degree.CompareTo(right.Degree);
        }

        for (var i = 0; i < left._factors.Length && i < right._factors.Length; i++)
        {
            var order = right._factors[i].Factor.CompareTo(left._factors[i].Factor);
            order = order != 0 ? order : left._factors[i].Power.CompareTo(right._factors[i].Power);
            if (order != 0)
            {
                return order;
            }
        }

        return left._factors.Length.CompareTo(right._factors.Length);
    }

    /// <summary>Its text without the sign.</summary>
    public string Text()
    {
        var size = Int128.Abs(Coefficient).ToString(CultureInfo.InvariantCulture);
        if (IsNumber)
        {
            return size;
        }

        var product = string.Join("*", _factors.Select(static f => f.Power == 1 ? f.Factor.Text : $"{f.Factor.Text}^{f.Power}"));
        return size == "1" ? product : _factors[0].Factor is OpenSize { HasMadeUp: false } ? size + product : $"{size}*{product}";
    }
}

using System.Text;

namespace DtcGen.Onnx;

/// <summary>
/// A sum of products of open sizes and quotients with whole coefficients, in one normal form: two that are written alike
/// after collecting, cancelling and pulling whole parts out of quotients are equal.
/// </summary>
/// <remarks>Its length is bounded, so that arithmetic on it takes a bounded time; what would pass the bound is null.</remarks>
internal sealed class DimensionForm : IEquatable<DimensionForm>, IComparable<DimensionForm>
{
    // A reader gains nothing from a longer one.
    private const int Longest = 160;

    // Highest order first, without repetitions and zeros.
    private readonly DimensionTerm[] _terms;
    private readonly int _hash;
    private string? _text;

    private DimensionForm(DimensionTerm[] terms)
    {
        _terms = terms;
        Length = terms.Sum(static t => t.Length);
        var hash = new HashCode();
        foreach (var term in terms)
        {
            hash.Add(term.Coefficient);
            foreach (var (factor, power) in term.Factors)
            {
                hash.Add(factor);
                hash.Add(power);
            }
        }

        _hash = hash.ToHashCode();
    }

    /// <summary>About how many characters it takes to write.</summary>
    public int Length { get; }

    /// <summary>The number that it is, or null.</summary>
    public long? Number => _terms switch
    {
        [] => 0,
        [{ IsNumber: true } only] => only.Coefficient,
        _ => null,
    };

    /// <summary>The lowest that it can be, open sizes being 0 at least; null where that is not clear.</summary>
    public long? Least => _terms.Aggregate(
        (long?)0, static (sum, term) => sum is long a && term.Least is long b ? Fit((Int128)a + b) : null);

    public IEnumerable<string> Names => _terms.SelectMany(static t => t.Factors).SelectMany(static f => f.Factor.Names);

    public bool HasMadeUp => _terms.Any(static t => t.Factors.Any(static f => f.Factor.HasMadeUp));

    public bool IsNameless => _terms is [{ Coefficient: 1, Factors: [(OpenSize { IsNameless: true }, 1)] }];

    /// <summary>Whether it stands beside a fraction bar without brackets.</summary>
    public bool IsOnePart => _terms is [] or [{ Coefficient: > 0, Factors: [] or [_] }];

    public static DimensionForm Of(long number) => new(number == 0 ? [] : [DimensionTerm.Of(number)]);

    public static DimensionForm Of(DimensionFactor factor) => new([DimensionTerm.Of(factor)]);

    public static DimensionForm MadeUp(string text) => Of(OpenSize.MadeUp(text));

    /// <summary>A size that nothing is known of.</summary>
    public static DimensionForm Nameless() => MadeUp("?");

    public static DimensionForm? Add(DimensionForm left, DimensionForm right)
        => left.Number == 0 ? right : right.Number == 0 ? left
            : left.IsNameless || right.IsNameless ? null
            : Sum([.. left._terms, .. right._terms]);

    public static DimensionForm? Multiply(DimensionForm left, DimensionForm right)
    {
        // One factor leaves a long name as it is.
        if (left.Number == 1 || right.Number == 1)
        {
            return left.Number == 1 ? right : left;
        }

        if (left.IsNameless || right.IsNameless || left._terms.Length * right._terms.Length > Longest)
        {
            return null;
        }

        var terms = new List<DimensionTerm>();
        foreach (var one in left._terms)
        {
            foreach (var other in right._terms)
            {
                if (DimensionTerm.Multiply(one, other) is not { } product)
                {
                    return null;
                }

                terms.Add(product);
            }
        }

        return Sum([.. terms]);
    }

    /// <summary>The quotient: exact where it leaves no rest, else rounded.</summary>
    /// <exception cref="DivideByZeroException">The divisor is the number 0.</exception>
    public static DimensionForm? Divide(DimensionForm left, DimensionForm right, bool towardsZero)
    {
        if (right.Number == 0)
        {
            throw new DivideByZeroException("A size is divided by 0.");
        }

        if (left.Number is long a && right.Number is long b)
        {
            var (quotient, rest) = Int128.DivRem(a, b);
            return Fit(rest != 0 && !towardsZero && (rest < 0) != (b < 0) ? quotient - 1 : quotient) is long whole ? Of(whole) : null;
        }

        if (Exact(left, right) is { } exact)
        {
            return exact;
        }

        if (left.IsNameless || right.IsNameless)
        {
            return null;
        }

        return right.Number is > 0 and long divisor && (!towardsZero || left.Least >= 0)
            ? Floor(left, divisor)
            : Bounded(Of(new DimensionQuotient(left, right, towardsZero)));
    }

    /// <summary>The same with the sizes of some names put in; null when it no longer fits.</summary>
    public DimensionForm? With(IReadOnlyDictionary<string, long> sizes)
    {
        var sum = Of(0);
        foreach (var term in _terms)
        {
            var product = Of(term.Coefficient);
            foreach (var (factor, power) in term.Factors)
            {
                var given = factor.With(sizes);
                for (var i = 0; i < power && product is not null; i++)
                {
                    product = given is null ? null : Multiply(product, given);
                }
            }

            if (product is null || Add(sum, product) is not { } next)
            {
                return null;
            }

            sum = next;
        }

        return sum;
    }

    public bool Equals(DimensionForm? other)
        => ReferenceEquals(this, other) || (other is not null && _hash == other._hash && CompareTo(other) == 0);

    public override bool Equals(object? obj) => Equals(obj as DimensionForm);

    public override int GetHashCode() => _hash;

    /// <summary>Any order that is the same throughout.</summary>
    public int CompareTo(DimensionForm? other)
    {
        if (other is null)
        {
            return 1;
        }

        for (var i = 0; i < _terms.Length && i < other._terms.Length; i++)
        {
            var order = DimensionTerm.Order(_terms[i], other._terms[i]);
            order = order != 0 ? order : _terms[i].Coefficient.CompareTo(other._terms[i].Coefficient);
            if (order != 0)
            {
                return order;
            }
        }

        return _terms.Length.CompareTo(other._terms.Length);
    }

    public override string ToString() => _text ??= Write();

    public static long? Fit(Int128 value) => value < long.MinValue || value > long.MaxValue ? null : (long)value;

    // A name alone may have any length.
    private static DimensionForm? Bounded(DimensionForm form)
        => form.Length <= Longest || form._terms is [{ Coefficient: 1, Factors: [(OpenSize, 1)] }] ? form : null;

    private static DimensionForm? Sum(DimensionTerm[] terms)
    {
        Array.Sort(terms, static (a, b) => DimensionTerm.Order(b, a));
        var collected = new List<DimensionTerm>(terms.Length);
        foreach (var term in terms)
        {
            if (collected.Count == 0 || DimensionTerm.Order(collected[^1], term) != 0)
            {
                collected.Add(term);
                continue;
            }

            if (Fit((Int128)collected[^1].Coefficient + term.Coefficient) is not long sum)
            {
                return null;
            }

            collected[^1] = term.With(sum);
        }

        collected.RemoveAll(static t => t.Coefficient == 0);
        return Bounded(new DimensionForm([.. collected]));
    }

    // Long division: each step takes away the highest term, which no later step brings back.
    private static DimensionForm? Exact(DimensionForm left, DimensionForm right)
    {
        var quotient = Of(0);
        var rest = left;
        while (rest._terms.Length > 0)
        {
            if (DimensionTerm.Divide(rest._terms[0], right._terms[0]) is not { } step
                || Multiply(right, new DimensionForm([step.With(-step.Coefficient)])) is not { } taken
                || Add(rest, taken) is not { } next || Add(quotient, new DimensionForm([step])) is not { } sum)
            {
                return null;
            }

            (rest, quotient) = (next, sum);
        }

        return quotient;
    }

    /// <summary>
    /// Rounded down: whole parts come out, ⌊(d·a + b)/d⌋ = a + ⌊b/d⌋; what all terms share is cancelled, and a quotient of
    /// a quotient is one, ⌊(⌊a/b⌋ + c)/d⌋ = ⌊(a + b·c)/(b·d)⌋.
    /// </summary>
    private static DimensionForm? Floor(DimensionForm form, long divisor)
    {
        List<DimensionTerm> outside = [], inside = [];
        var shared = divisor;
        foreach (var term in form._terms)
        {
            var rest = (long)((((Int128)term.Coefficient % divisor) + divisor) % divisor);
            if (term.Coefficient != rest)
            {
                outside.Add(term.With((long)(((Int128)term.Coefficient - rest) / divisor)));
            }

            if (rest != 0)
            {
                inside.Add(term.With(rest));
                shared = term.IsNumber ? shared : Shared(shared, rest);
            }
        }

        if (inside.All(static t => t.IsNumber))
        {
            return Sum([.. outside]); // What is left is below the divisor.
        }

        divisor /= shared;
        inside = [.. inside.Select(t => t.With(t.Coefficient / shared)).Where(static t => t.Coefficient != 0)];
        var rounded = inside is [{ Coefficient: 1, Factors: [(DimensionQuotient { TowardsZero: false } inner, 1)] }, .. var number]
            && number.All(static t => t.IsNumber) && inner.Divisor.Number is long by && Fit((Int128)by * divisor) is long product
            && Multiply(Of(number.Sum(static t => t.Coefficient)), inner.Divisor) is { } shifted && Add(inner.Numerator, shifted) is { } all
                ? Floor(all, product)
                : Bounded(Of(new DimensionQuotient(new DimensionForm([.. inside]), Of(divisor), towardsZero: false)));
        return rounded is null ? null : Sum([.. outside, .. rounded._terms]);
    }

    private static long Shared(long a, long b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }

    private string Write()
    {
        // A name alone stands as the file spells it.
        if (_terms is [{ Coefficient: 1, Factors: [(OpenSize only, 1)] }])
        {
            return only.Name;
        }

        var text = new StringBuilder();
        foreach (var term in _terms)
        {
            var sign = term.Coefficient < 0;
            text.Append(text.Length == 0 ? sign ? "-" : "" : sign ? " - " : " + ").Append(term.Text());
        }

        return text.ToString();
    }
}

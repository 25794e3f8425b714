using System.Globalization;

namespace DtcGen.Onnx;

/// <summary>Reads the text of a dimension: what our exporter, and others in the same notation, write into a file.</summary>
/// <remarks>
/// What is no expression of plain names is a name, as the format has it. A minus needs a space before it, since names hold
/// hyphens.
/// </remarks>
internal sealed class DimensionText
{
    public const string Floor = "floor";
    public const string Trunc = "trunc";

    // Longer ones are names; this also bounds how deep brackets go.
    private const int LongestExpression = 200;

    private readonly string _text;
    private int _at;

    private DimensionText(string text) => _text = text;

    /// <summary>Reads a dimension's text; any text is at least a name.</summary>
    public static DimensionForm Read(string text)
    {
        if (text.Length <= LongestExpression && !IsPlain(text))
        {
            var reader = new DimensionText(text);
            if (reader.Sum() is { Number: null } form && reader._at == text.Length)
            {
                return form;
            }
        }

        return DimensionForm.Of(OpenSize.Of(text));
    }

    /// <summary>Whether a name can stand in an expression as it is.</summary>
    public static bool IsPlain(string name)
        => name.Length > 0 && IsStart(name[0]) && name.All(IsPart) && name is not (Floor or Trunc);

    private static bool IsStart(char character) => char.IsAsciiLetter(character) || character == '_';

    private static bool IsPart(char character) => IsStart(character) || char.IsAsciiDigit(character) || character == '.';

    private DimensionForm? Sum()
    {
        var sum = Take("-") ? Scaled(Product(), -1) : Product();
        while (sum is not null)
        {
            var start = _at;
            if (Take(" - "))
            {
                sum = Scaled(Product(), -1) is { } negative ? DimensionForm.Add(sum, negative) : null;
                continue;
            }

            Spaces();
            if (!Take("+"))
            {
                _at = start;
                return sum;
            }

            Spaces();
            sum = Product() is { } next ? DimensionForm.Add(sum, next) : null;
        }

        return null;
    }

    private static DimensionForm? Scaled(DimensionForm? form, long by)
        => form is null ? null : DimensionForm.Multiply(form, DimensionForm.Of(by));

    private DimensionForm? Product()
    {
        var product = Number() is long number ? DimensionForm.Of(number) : Power();
        var glued = product?.Number is not null && _at < _text.Length && IsStart(_text[_at]);
        while (product is not null)
        {
            var start = _at;
            Spaces();
            if (!glued && !Take("*"))
            {
                _at = start;
                return product;
            }

            glued = false;
            Spaces();
            var next = Number() is long factor ? DimensionForm.Of(factor) : Power();
            product = next is null ? null : DimensionForm.Multiply(product, next);
        }

        return null;
    }

    private DimensionForm? Power()
    {
        var factor = Factor();
        if (factor is null || !Take("^"))
        {
            return factor;
        }

        var power = Number();
        if (power is not (> 0 and <= DimensionTerm.MostDegree))
        {
            return null;
        }

        var product = factor;
        for (var i = 1; i < power && product is not null; i++)
        {
            product = DimensionForm.Multiply(product, factor);
        }

        return product;
    }

    private DimensionForm? Factor()
    {
        if (Take("("))
        {
            var inner = Sum();
            return Take(")") ? inner : null;
        }

        var start = _at;
        if (_at < _text.Length && IsStart(_text[_at]))
        {
            while (_at < _text.Length && IsPart(_text[_at]))
            {
                _at++;
            }
        }

        var name = _text[start.._at];
        if (name is not (Floor or Trunc))
        {
            return name.Length > 0 ? DimensionForm.Of(OpenSize.Of(name)) : null;
        }

        return Take("(") && Product() is { } above && Take("/") && Product() is { } below && Take(")") && below.Number != 0
            ? DimensionForm.Divide(above, below, towardsZero: name == Trunc)
            : null;
    }

    private long? Number()
    {
        var start = _at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
        {
            _at++;
        }

        if (long.TryParse(_text.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        _at = start;
        return null;
    }

    private void Spaces()
    {
        while (_at < _text.Length && _text[_at] == ' ')
        {
            _at++;
        }
    }

    private bool Take(string part)
    {
        if (!_text.AsSpan(_at).StartsWith(part, StringComparison.Ordinal))
        {
            return false;
        }

        _at += part.Length;
        return true;
    }
}

using System.Globalization;
using System.Text;

namespace TorchSharp;

/// <summary>Writes one tensor as text in the styles that users of other libraries know.</summary>
internal sealed class TensorPrinter
{
    /// <summary>NumPy and C# styles show this many elements at each end of a longer dimension.</summary>
    private const int Ends = 3;

    private readonly Tensor tensor;
    private readonly string format;
    private readonly int width;
    private readonly CultureInfo culture;
    private readonly string newLine;
    private readonly long[] sizes;
    private readonly Func<long, string> element;

    internal TensorPrinter(Tensor tensor, string format, int width, CultureInfo culture, string newLine)
    {
        this.tensor = tensor;
        this.format = format;
        this.width = width;
        this.culture = culture;
        this.newLine = newLine;
        sizes = tensor.shape;
        element = tensor.dtype switch
        {
            ScalarType.Float32 => Reader<float>(),
            ScalarType.Float64 => Reader<double>(),
            ScalarType.Int64 => Reader<long>(),
            ScalarType.Int32 => Reader<int>(),
            ScalarType.Int16 => Reader<short>(),
            ScalarType.Int8 => Reader<sbyte>(),
            ScalarType.Byte => Reader<byte>(),
            _ => i => tensor.data<bool>()[i] ? "True" : "False",
        };
    }

    internal string Metadata => $"[{string.Join('x', sizes)}], type = {tensor.dtype}, device = {tensor.device}";

    internal string Julia()
    {
        if (sizes.Length == 0)
        {
            return $"{Metadata}, value = {element(0)}";
        }

        var text = new StringBuilder(Metadata).Append(newLine);
        if (sizes.Length == 1)
        {
            AppendLine(text, 0, sizes[0], null);
            return text.ToString();
        }

        long rows = sizes[^2];
        long columns = sizes[^1];
        long matrices = TensorShape.Count(sizes.AsSpan(0, sizes.Length - 2));
        for (long m = 0; m < matrices; m++)
        {
            if (sizes.Length > 2)
            {
                text.Append(m > 0 ? newLine : string.Empty).Append('[').AppendJoin(',', MatrixIndex(m)).Append(",..,..] =").Append(newLine);
            }

            long first = m * rows * columns;
            int[] cells = CellWidths(first, rows, columns);
            for (long r = 0; r < rows; r++)
            {
                AppendLine(text, first + (r * columns), columns, cells);
            }
        }

        return text.ToString();
    }

    internal string Numpy()
    {
        var text = new StringBuilder();
        AppendNumpy(text, 0, 0);
        return text.ToString();
    }

    internal string CSharp()
    {
        if (sizes.Length == 0)
        {
            return $"{Metadata}, value = {element(0)}";
        }

        (string type, string suffix) = tensor.dtype switch
        {
            ScalarType.Float32 => ("float", "f"),
            ScalarType.Float64 => ("double", string.Empty),
            ScalarType.Int64 => ("long", "L"),
            ScalarType.Int32 => ("int", string.Empty),
            ScalarType.Int16 => ("short", string.Empty),
            ScalarType.Int8 => ("sbyte", string.Empty),
            ScalarType.Byte => ("byte", string.Empty),
            _ => ("bool", string.Empty),
        };
        var text = new StringBuilder($"{Metadata}, value = ");
        text.Append(sizes.Length > 1 ? newLine : string.Empty).Append(type).Append(" [").Append(',', sizes.Length - 1).Append("] ");
        AppendCSharp(text, 0, 0, suffix);
        return text.ToString();
    }

    /// <summary>The widest element of each column.</summary>
    private int[] CellWidths(long first, long rows, long columns)
    {
        var cells = new int[columns];
        for (long i = 0; i < rows * columns; i++)
        {
            cells[i % columns] = Math.Max(cells[i % columns], element(first + i).Length);
        }

        return cells;
    }

    /// <summary>One row; what does not fit into the width is left out.</summary>
    private void AppendLine(StringBuilder text, long first, long count, int[]? cells)
    {
        const string More = " ...";
        var line = new StringBuilder();
        int beforeMore = 0;
        for (long i = 0; i < count; i++)
        {
            line.Append(' ').Append(element(first + i).PadLeft(cells?[i] ?? 0));
            if (line.Length <= width - More.Length)
            {
                beforeMore = line.Length;
            }

            if (line.Length > width)
            {
                line.Length = beforeMore;
                line.Append(More);
                break;
            }
        }

        text.Append(line).Append(newLine);
    }

    private IEnumerable<long> MatrixIndex(long number)
    {
        var index = new long[sizes.Length - 2];
        for (int d = index.Length - 1; d >= 0; d--)
        {
            (number, index[d]) = Math.DivRem(number, sizes[d]);
        }

        return index;
    }

    private void AppendNumpy(StringBuilder text, int dim, long first)
    {
        if (dim == sizes.Length)
        {
            text.Append(element(first));
            return;
        }

        bool last = dim == sizes.Length - 1;
        long step = TensorShape.Count(sizes.AsSpan(dim + 1));
        string lines = string.Concat(Enumerable.Repeat(newLine, Math.Max(1, sizes.Length - 1 - dim)));
        string separator = last ? ", " : lines + new string(' ', dim + 1);
        AppendList(text, '[', ']', sizes[dim], separator, last ? " " : separator, i => AppendNumpy(text, dim + 1, first + (i * step)));
    }

    private void AppendCSharp(StringBuilder text, int dim, long first, string suffix)
    {
        if (dim == sizes.Length)
        {
            text.Append(element(first)).Append(suffix);
            return;
        }

        bool last = dim == sizes.Length - 1;
        long step = TensorShape.Count(sizes.AsSpan(dim + 1));
        string indent = newLine + new string(' ', Math.Max(1, dim + 1));
        bool outermost = dim == 0 && !last;
        text.Append('{').Append(outermost ? newLine + " " : string.Empty);
        string separator = last ? ", " : "," + indent;
        AppendList(text, null, null, sizes[dim], separator, last ? " " : indent, i => AppendCSharp(text, dim + 1, first + (i * step), suffix));
        text.Append(outermost ? newLine : string.Empty).Append('}');
    }

    /// <summary>Elements with separators; of many, only those at the ends.</summary>
    private static void AppendList(StringBuilder text, char? open, char? close, long count, string separator, string afterMore, Action<long> append)
    {
        text.Append(open);
        for (long i = 0; i < count; i++)
        {
            if (count > 2 * Ends && i == Ends)
            {
                text.Append("...").Append(afterMore);
                i = count - Ends;
            }

            append(i);
            text.Append(i < count - 1 ? separator : string.Empty);
        }

        text.Append(close);
    }

    private Func<long, string> Reader<T>()
        where T : unmanaged, IFormattable
    {
        string? own = Dtype.IsFloating(tensor.dtype) ? format : null;
        return i => tensor.data<T>()[i].ToString(own, culture);
    }
}

using System.Numerics;
using System.Numerics.Tensors;

namespace TorchSharp.Kernels;

/// <summary>
/// Losses and softmax of a range of rows of few columns, without label smoothing: the rows are turned into columns, so
/// that every step is one over many rows at once.
/// </summary>
internal readonly unsafe struct CrossEntropyColumnsJob<T>(nint columns, T* logits, long* targets, T* weights, long ignoreIndex, T* probabilities, T* losses) : IRangeJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Columns up to which rows are too short for vectors of their own.</summary>
    public const nint MostColumns = 32;

    private const nint RowsAtOnce = 256;

    public void Run(nint from, nint to)
    {
        T* turned = Scratch.Get<T>(ScratchUse.Rows, (columns + 2) * RowsAtOnce);
        for (nint start = from; start < to; start += RowsAtOnce)
        {
            Block(start, (int)Math.Min(RowsAtOnce, to - start), turned);
        }
    }

    private void Block(nint start, int rows, T* turned)
    {
        Span<T> largest = new(turned + (columns * rows), rows), sum = new(turned + ((columns + 1) * rows), rows);
        Turn(logits + (start * columns), columns, rows, turned);
        Column(turned, 0, rows).CopyTo(largest);
        for (nint column = 1; column < columns; column++)
        {
            TensorPrimitives.Max(largest, Column(turned, column, rows), largest);
        }

        for (nint column = 0; column < columns; column++)
        {
            TensorPrimitives.Subtract(Column(turned, column, rows), largest, Column(turned, column, rows));
        }

        // What the losses need of the shifted logits, before the exponential takes their place.
        for (nint row = 0; row < rows; row++)
        {
            long answer = targets[start + row];
            losses[start + row] = answer == ignoreIndex ? T.Zero : turned[((nint)answer * rows) + row];
        }

        Span<T> powers = new(turned, checked((int)(columns * rows)));
        TensorPrimitives.Exp(powers, powers);
        Column(turned, 0, rows).CopyTo(sum);
        for (nint column = 1; column < columns; column++)
        {
            TensorPrimitives.Add(sum, Column(turned, column, rows), sum);
        }

        for (nint column = 0; column < columns; column++)
        {
            TensorPrimitives.Divide(Column(turned, column, rows), sum, Column(turned, column, rows));
        }

        Turn(turned, rows, columns, probabilities + (start * columns));
        TensorPrimitives.Log(sum, sum);
        for (int row = 0; row < rows; row++)
        {
            long answer = targets[start + row];
            T weight = answer == ignoreIndex ? T.Zero : weights == null ? T.One : weights[answer];
            losses[start + row] = answer == ignoreIndex ? T.Zero : weight * (sum[row] - losses[start + row]);
        }
    }

    private static Span<T> Column(T* turned, nint column, int rows) => new(turned + (column * rows), rows);

    /// <summary>Writes a matrix of so many columns and rows as its transpose.</summary>
    private static void Turn(T* source, nint columns, nint rows, T* target)
    {
        for (nint column = 0; column < columns; column++)
        {
            T* from = source + column;
            T* to = target + (column * rows);
            for (nint row = 0; row < rows; row++)
            {
                to[row] = *from;
                from += columns;
            }
        }
    }
}

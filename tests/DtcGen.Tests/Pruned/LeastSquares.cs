namespace DtcGen.Tests.Pruned;

/// <summary>Linear equations in plain C#, by elimination with pivots: an oracle that has nothing of libtorch.</summary>
internal static class LeastSquares
{
    /// <summary>Solves a·x = b for each column of b.</summary>
    public static double[,] Solve(double[,] a, double[,] b)
    {
        var (n, columns) = (a.GetLength(0), b.GetLength(1));
        var (left, right) = ((double[,])a.Clone(), (double[,])b.Clone());
        for (var pivot = 0; pivot < n; pivot++)
        {
            var row = Enumerable.Range(pivot, n - pivot).MaxBy(i => Math.Abs(left[i, pivot]));
            Swap(left, pivot, row);
            Swap(right, pivot, row);
            for (var other = 0; other < n; other++)
            {
                if (other != pivot)
                {
                    var factor = left[other, pivot] / left[pivot, pivot];
                    Subtract(left, other, pivot, factor);
                    Subtract(right, other, pivot, factor);
                }
            }
        }

        for (var i = 0; i < n; i++)
        {
            for (var column = 0; column < columns; column++)
            {
                right[i, column] /= left[i, i];
            }
        }

        return right;
    }

    /// <summary>
    /// What is least of tr((V − W)ᵀ·H·(V − W)) where the entries that have left are zero in V.
    /// </summary>
    public static double Lost(double[,] h, double[,] w, IReadOnlyCollection<int> left)
    {
        int[] gone = [.. left];
        int[] kept = [.. Enumerable.Range(0, w.GetLength(0)).Except(left)];
        var change = (double[,])w.Clone();
        var right = new double[kept.Length, w.GetLength(1)];
        for (var i = 0; i < kept.Length; i++)
        {
            for (var column = 0; column < w.GetLength(1); column++)
            {
                right[i, column] = gone.Sum(j => h[kept[i], j] * w[j, column]);
            }
        }

        var staying = new double[kept.Length, kept.Length];
        for (var i = 0; i < kept.Length; i++)
        {
            for (var j = 0; j < kept.Length; j++)
            {
                staying[i, j] = h[kept[i], kept[j]];
            }
        }

        var solved = Solve(staying, right);
        for (var i = 0; i < kept.Length; i++)
        {
            for (var column = 0; column < w.GetLength(1); column++)
            {
                change[kept[i], column] = -solved[i, column];
            }
        }

        var lost = 0.0;
        for (var i = 0; i < h.GetLength(0); i++)
        {
            for (var j = 0; j < h.GetLength(0); j++)
            {
                for (var column = 0; column < w.GetLength(1); column++)
                {
                    lost += change[i, column] * h[i, j] * change[j, column];
                }
            }
        }

        return lost;
    }

    private static void Swap(double[,] matrix, int one, int other)
    {
        for (var column = 0; column < matrix.GetLength(1); column++)
        {
            (matrix[one, column], matrix[other, column]) = (matrix[other, column], matrix[one, column]);
        }
    }

    private static void Subtract(double[,] matrix, int from, int row, double factor)
    {
        for (var column = 0; column < matrix.GetLength(1); column++)
        {
            matrix[from, column] -= factor * matrix[row, column];
        }
    }
}

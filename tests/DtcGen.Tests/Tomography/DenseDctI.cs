namespace DtcGen.Tests.Tomography;

/// <summary>The orthonormal DCT-I written out from its definition.</summary>
internal static class DenseDctI
{
    public static double Entry(int length, int row, int column)
    {
        if (length == 1)
        {
            return 1;
        }

        double End(int index) => index == 0 || index == length - 1 ? Math.Sqrt(0.5) : 1;
        return Math.Sqrt(2.0 / (length - 1)) * End(row) * End(column) * Math.Cos(Math.PI * row * column / (length - 1));
    }

    public static double[] Apply(double[] values) =>
        [.. values.Select((_, row) => values.Select((value, column) => Entry(values.Length, row, column) * value).Sum())];
}

using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;

namespace TorchSharp.Kernels;

/// <summary>The kernels that one vector width works with: its widest tile, and narrower ones for the last columns.</summary>
internal sealed class GemmTiles<T>(int rows, params GemmTileColumn<T>[] columns)
    where T : unmanaged, INumberBase<T>
{
    private static readonly GemmTiles<T>?[] ByLevel = new GemmTiles<T>?[3];

    /// <summary>Rows of a full tile: as many as leave two columns of accumulators in registers.</summary>
    public int Rows { get; } = rows;

    /// <summary>The widest tile.</summary>
    public GemmTileColumn<T> Widest { get; } = columns[0];

    public static GemmTiles<T> For(SimdLevel level) => ByLevel[(int)level] ??= Create(level);

    /// <summary>The narrowest tile that covers so many columns, if there is one.</summary>
    public GemmTileColumn<T> Covering(nint lanes)
    {
        GemmTileColumn<T> best = columns[0];
        foreach (GemmTileColumn<T> column in columns)
        {
            if (column.Width >= lanes)
            {
                best = column;
            }
        }

        return best;
    }

    private static GemmTiles<T> Create(SimdLevel level)
    {
        if (typeof(T) == typeof(float))
        {
            return (GemmTiles<T>)(object)CreateSingle(level);
        }

        return (GemmTiles<T>)(object)CreateDouble(level);
    }

    private static GemmTiles<float> CreateSingle(SimdLevel level) => level switch
    {
        SimdLevel.Vector512 => new(
            12,
            GemmTileColumns<Vector512Single, Vector512<float>, float>.Create(wide: true),
            GemmTileColumns<Vector512Single, Vector512<float>, float>.Create(wide: false),
            GemmTileColumns<Vector256Single, Vector256<float>, float>.Create(wide: false),
            GemmTileColumns<Vector128Single, Vector128<float>, float>.Create(wide: false)),
        SimdLevel.Vector256 => new(
            6,
            GemmTileColumns<Vector256Single, Vector256<float>, float>.Create(wide: true),
            GemmTileColumns<Vector256Single, Vector256<float>, float>.Create(wide: false),
            GemmTileColumns<Vector128Single, Vector128<float>, float>.Create(wide: false)),
        _ => new(
            AdvSimd.IsSupported ? 12 : 6,
            GemmTileColumns<Vector128Single, Vector128<float>, float>.Create(wide: true),
            GemmTileColumns<Vector128Single, Vector128<float>, float>.Create(wide: false)),
    };

    private static GemmTiles<double> CreateDouble(SimdLevel level) => level switch
    {
        SimdLevel.Vector512 => new(
            12,
            GemmTileColumns<Vector512Double, Vector512<double>, double>.Create(wide: true),
            GemmTileColumns<Vector512Double, Vector512<double>, double>.Create(wide: false),
            GemmTileColumns<Vector256Double, Vector256<double>, double>.Create(wide: false),
            GemmTileColumns<Vector128Double, Vector128<double>, double>.Create(wide: false)),
        SimdLevel.Vector256 => new(
            6,
            GemmTileColumns<Vector256Double, Vector256<double>, double>.Create(wide: true),
            GemmTileColumns<Vector256Double, Vector256<double>, double>.Create(wide: false),
            GemmTileColumns<Vector128Double, Vector128<double>, double>.Create(wide: false)),
        _ => new(
            AdvSimd.IsSupported ? 12 : 6,
            GemmTileColumns<Vector128Double, Vector128<double>, double>.Create(wide: true),
            GemmTileColumns<Vector128Double, Vector128<double>, double>.Create(wide: false)),
    };
}

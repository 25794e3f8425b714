using System.Numerics;

namespace TorchSharp.Modules;

/// <summary>The recorded look-up: each row's gradient is the sum over the places where its number stood.</summary>
internal sealed class EmbeddingNode : Node
{
    private readonly SavedTensor numbers;
    private readonly EmbeddingSettings settings;
    private readonly long[] tableSizes;

    internal EmbeddingNode(Tensor table, Tensor numbers, EmbeddingSettings settings)
        : base("EmbeddingBackward0", table)
    {
        this.numbers = Save(numbers);
        this.settings = settings;
        tableSizes = table.Impl.Sizes;
    }

    protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads)
    {
        Tensor result = Tensor.Zeros(tableSizes, grad.dtype);
        Tensor places = numbers.Value;
        Tensor dy = Rows.Contiguous(grad);
        if (grad.dtype == ScalarType.Float32)
        {
            Add<float>(dy, places, result);
        }
        else
        {
            Add<double>(dy, places, result);
        }

        inputGrads[0] = result;
    }

    private unsafe void Add<T>(Tensor gradient, Tensor places, Tensor result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long features = tableSizes[1];
        long count = places.numel();
        long* numbers = places.Pointer<long>();
        T* source = gradient.Pointer<T>();
        T* target = result.Pointer<T>();
        var frequency = new long[settings.ScaleByFrequency ? tableSizes[0] : 0];
        for (long i = 0; i < count && settings.ScaleByFrequency; i++)
        {
            frequency[numbers[i]]++;
        }

        for (long i = 0; i < count; i++)
        {
            if (numbers[i] == settings.PaddingIndex)
            {
                continue;
            }

            T share = settings.ScaleByFrequency ? T.One / T.CreateTruncating(frequency[numbers[i]]) : T.One;
            T* row = target + (numbers[i] * features);
            for (long f = 0; f < features; f++)
            {
                row[f] += source[(i * features) + f] * share;
            }
        }

        GC.KeepAlive(gradient);
        GC.KeepAlive(places);
    }
}

using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>The settings of one step of Adam or AdamW, which differ only in where the weight decay goes.</summary>
internal readonly record struct AdamStep
{
    internal required double Lr { get; init; }

    internal required double? Beta1 { get; init; }

    internal required double? Beta2 { get; init; }

    internal required double? Eps { get; init; }

    internal required double? WeightDecay { get; init; }

    internal required bool? AmsGrad { get; init; }

    internal required bool? Maximize { get; init; }

    /// <summary>Whether the decay shrinks the parameter itself instead of entering its gradient.</summary>
    internal required bool Decoupled { get; init; }

    /// <summary>Steps one parameter.</summary>
    internal void Apply(Tensor values, Tensor gradient, OptimizerState state)
    {
        state.Steps++;
        if (values.dtype == ScalarType.Float32)
        {
            Apply<float>(values, gradient, state);
        }
        else
        {
            Apply<double>(values, gradient, state);
        }
    }

    private unsafe void Apply<T>(Tensor values, Tensor gradient, OptimizerState state)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T* maximum = AmsGrad == true ? state.Moment(2, values).Pointer<T>() : null;
        AdamKernel.Step(
            (nint)values.numel(),
            values.Pointer<T>(),
            gradient.Pointer<T>(),
            state.Moment(0, values).Pointer<T>(),
            state.Moment(1, values).Pointer<T>(),
            maximum,
            state.Steps,
            Lr,
            Beta1.GetValueOrDefault(),
            Beta2.GetValueOrDefault(),
            Eps.GetValueOrDefault(),
            WeightDecay.GetValueOrDefault(),
            Decoupled,
            Maximize == true);
        GC.KeepAlive(values);
        GC.KeepAlive(gradient);
        GC.KeepAlive(state);
    }
}

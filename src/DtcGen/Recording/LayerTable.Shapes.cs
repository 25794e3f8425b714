using DtcGen.Generators.Reading.Graph;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Recording;

// Layers that only move entries about, or repeat them.
internal static partial class LayerTable
{
    private static void AddShapes(Dictionary<Type, Action<Recorder, ModuleCall>> table)
    {
        foreach (var passing in new[]
        {
            typeof(Identity), typeof(Dropout), typeof(Dropout1d), typeof(Dropout2d), typeof(Dropout3d), typeof(AlphaDropout),
            typeof(FeatureAlphaDropout)
        })
        {
            table[passing] = static (recorder, call) => recorder.Same(call.Input, call.Result);
        }

        Known<Flatten>(table, static layer => [layer.start_dim, layer.end_dim]);
        table[typeof(Unflatten)] = static (recorder, call) => Add(
            recorder, call, OperatorKind.Reshape, false, [.. Result(call).shape.Select(static size => (object?)size)]);
        Known<PixelShuffle>(table, static layer => [layer.upscale_factor]);
        table[typeof(Upsample)] = Upsample;
        foreach (var (type, mode) in new[]
        {
            (typeof(ConstantPad1d), "Constant"), (typeof(ConstantPad2d), "Constant"), (typeof(ConstantPad3d), "Constant"),
            (typeof(ZeroPad2d), "Constant"),
            (typeof(ReflectionPad1d), "Reflect"), (typeof(ReflectionPad2d), "Reflect"), (typeof(ReflectionPad3d), "Reflect"),
            (typeof(ReplicationPad1d), "Replicate"), (typeof(ReplicationPad2d), "Replicate"), (typeof(ReplicationPad3d), "Replicate"),
        })
        {
            table[type] = (recorder, call) =>
            {
                var layer = (PadBase)call.Module;
                Add(recorder, call, OperatorKind.Pad, false, mode, [layer.padding, layer.value]);
            };
        }
    }

    private static void Upsample(Recorder recorder, ModuleCall call)
    {
        var layer = (Upsample)call.Module;
        var mode = layer.mode switch
        {
            UpsampleMode.Nearest => "Nearest",
            UpsampleMode.Linear => "Linear",
            UpsampleMode.Bilinear => "Bilinear",
            UpsampleMode.Bicubic => "Bicubic",
            UpsampleMode.Trilinear => "Trilinear",
            _ => throw new UnfollowedException("with another mode"),
        };
        var factors = layer.scale_factor.Length == 0 ? null : layer.scale_factor.ToArray();
        if (factors is [var one])
        {
            factors = [.. Enumerable.Repeat(one, (int)call.Input.ndim - 2)];
        }

        Add(
            recorder,
            call,
            OperatorKind.Interpolate,
            false,
            mode,
            [factors, factors is null ? Result(call).shape : null, layer.align_corners == true]);
    }
}

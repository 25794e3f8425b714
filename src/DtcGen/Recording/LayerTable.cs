using System.Collections.Frozen;
using DtcGen.Generators.Collections;
using DtcGen.Generators.Reading.Graph;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>What TorchSharp's layers compute, by the type that a layer has when it runs. One that is not here is an opaque step.</summary>
internal static class LayerTable
{
    // By the exact type: a class that derives from a layer may compute anything.
    private static readonly FrozenDictionary<Type, Action<Recorder, ModuleCall>> Table = Build();

    /// <summary>Whether the table has a module's class.</summary>
    public static bool Knows(nn.Module module) => Table.ContainsKey(module.GetType());

    /// <summary>Notes a call of a layer.</summary>
    /// <param name="recorder">The recorder.</param>
    /// <param name="call">The call.</param>
    /// <param name="unfollowed">Why what it computes is not followed, where that is known beforehand.</param>
    public static void Note(Recorder recorder, ModuleCall call, string? unfollowed)
    {
        var reason = unfollowed ?? Follow(recorder, call);
        if (reason is null)
        {
            return;
        }

        if (Recorder.Tensors(call.Arguments).FirstOrDefault(recorder.HasChanged) is { } changed)
        {
            recorder.AddChange(call.Name, changed, Recorder.Tensors(call.Arguments), call.Result, reason);
            return;
        }

        recorder.Add(
            OperatorKind.Opaque,
            call.Module.GetType().Name,
            call.Name,
            Recorder.Tensors(call.Arguments),
            [],
            [.. Recorder.Tensors(call.Result)],
            call.Module,
            refusal: reason);
    }

    // Why it is not followed, or null when it is.
    private static string? Follow(Recorder recorder, ModuleCall call)
    {
        try
        {
            if (Table.TryGetValue(call.Module.GetType(), out var note))
            {
                if (call.Module.training
                    && call.Module is BatchNorm or InstanceNorm or Dropout or Dropout1d or Dropout2d or Dropout3d or AlphaDropout or RReLU)
                {
                    throw new UnfollowedException("it stays in training mode, because no RegisterComponents tells the model of it");
                }

                note(recorder, call);
                return null;
            }

            return $"the layer {call.Module.GetType().Name} is not known";
        }
        catch (UnfollowedException unfollowed)
        {
            return $"the {call.Module.GetType().Name} is called in a way that is not known: {unfollowed.Message}";
        }
    }

    private static FrozenDictionary<Type, Action<Recorder, ModuleCall>> Build()
    {
        var table = new Dictionary<Type, Action<Recorder, ModuleCall>>();
        AddWeighted(table);
        AddActivations(table);
        AddOthers(table);
        return table.ToFrozenDictionary();
    }

    private static void AddWeighted(Dictionary<Type, Action<Recorder, ModuleCall>> table)
    {
        table[typeof(Linear)] = static (recorder, call) =>
        {
            var layer = (Linear)call.Module;
            recorder.AddWeighted(call, OperatorKind.Linear, Describe(call, LayerKind.Linear, layer.weight.shape[1], layer.weight.shape[0]));
        };
        table[typeof(Embedding)] = static (recorder, call) =>
        {
            var layer = (Embedding)call.Module;
            if (HasMaxNorm(layer))
            {
                recorder.Stay(layer, "its max_norm renormalises rows at each call");
                throw new UnfollowedException("max_norm changes its weights at each call");
            }

            recorder.AddWeighted(
                call, OperatorKind.Embedding, Describe(call, LayerKind.Embedding, layer.weight!.shape[0], layer.weight.shape[1]));
        };
        table[typeof(PReLU)] = static (recorder, call) =>
        {
            var slopes = ((PReLU)call.Module).weight.shape[0];
            recorder.AddWeighted(call, OperatorKind.PRelu, Describe(call, LayerKind.PReLU, slopes, slopes));
        };
        table[typeof(Conv1d)] = static (recorder, call) => Convolution(recorder, call, OperatorKind.Conv1d, LayerKind.Conv1d, 1);
        table[typeof(Conv2d)] = static (recorder, call) => Convolution(recorder, call, OperatorKind.Conv2d, LayerKind.Conv2d, 2);
        table[typeof(Conv3d)] = static (recorder, call) => Convolution(recorder, call, OperatorKind.Conv3d, LayerKind.Conv3d, 3);
        table[typeof(ConvTranspose1d)] = static (recorder, call) => Convolution(
            recorder, call, OperatorKind.ConvTranspose, LayerKind.ConvTranspose1d, 1);
        table[typeof(ConvTranspose2d)] = static (recorder, call) => Convolution(
            recorder, call, OperatorKind.ConvTranspose, LayerKind.ConvTranspose2d, 2);
        table[typeof(ConvTranspose3d)] = static (recorder, call) => Convolution(
            recorder, call, OperatorKind.ConvTranspose, LayerKind.ConvTranspose3d, 3);
        table[
            typeof(BatchNorm1d)] = static (recorder, call) => Normalisation(recorder, call, OperatorKind.BatchNorm, LayerKind.BatchNorm1d);
        table[
            typeof(BatchNorm2d)] = static (recorder, call) => Normalisation(recorder, call, OperatorKind.BatchNorm, LayerKind.BatchNorm2d);
        table[
            typeof(BatchNorm3d)] = static (recorder, call) => Normalisation(recorder, call, OperatorKind.BatchNorm, LayerKind.BatchNorm3d);
        table[typeof(InstanceNorm1d)] = static (recorder, call) => Normalisation(
            recorder, call, OperatorKind.InstanceNorm, LayerKind.InstanceNorm);
        table[typeof(InstanceNorm2d)] = static (recorder, call) => Normalisation(
            recorder, call, OperatorKind.InstanceNorm, LayerKind.InstanceNorm);
        table[typeof(InstanceNorm3d)] = static (recorder, call) => Normalisation(
            recorder, call, OperatorKind.InstanceNorm, LayerKind.InstanceNorm);
        table[typeof(LayerNorm)] = static (recorder, call) =>
        {
            long? across = ((LayerNorm)call.Module).normalized_shape is [var one] ? one : null;
            recorder.AddWeighted(call, OperatorKind.LayerNorm, Describe(call, LayerKind.LayerNorm, across, across));
        };
        table[typeof(GroupNorm)] = static (recorder, call) => recorder.AddWeighted(
            call, OperatorKind.GroupNorm, Describe(call, LayerKind.GroupNorm, null, null));
    }

    private static void AddActivations(Dictionary<Type, Action<Recorder, ModuleCall>> table)
    {
        table[typeof(ReLU)] = static (recorder, call) => Add(recorder, call, OperatorKind.Relu, ((ReLU)call.Module).inplace);
        table[typeof(ReLU6)] = static (recorder, call) => Add(recorder, call, OperatorKind.Relu6, ((ReLU6)call.Module).inplace);
        table[typeof(LeakyReLU)] = static (recorder, call) => Add(
            recorder, call, OperatorKind.LeakyRelu, ((LeakyReLU)call.Module).inplace, ((LeakyReLU)call.Module).negative_slope);
        table[typeof(ELU)] = static (recorder, call) => Add(
            recorder, call, OperatorKind.Elu, ((ELU)call.Module).inplace, ((ELU)call.Module).alpha);
        table[typeof(GELU)] = static (recorder, call) => Add(
            recorder,
            call,
            ((GELU)call.Module).approximate == TorchSharp.Modules.GELU.Approximate.none ? OperatorKind.Gelu : OperatorKind.Unary,
            ((GELU)call.Module).inplace,
            "GeluTanh",
            []);
        table[typeof(SiLU)] = static (recorder, call) => Add(recorder, call, OperatorKind.Silu, ((SiLU)call.Module).inplace);
        table[typeof(Sigmoid)] = static (recorder, call) => Add(recorder, call, OperatorKind.Sigmoid, ((Sigmoid)call.Module).inplace);
        table[typeof(Tanh)] = static (recorder, call) => Add(recorder, call, OperatorKind.Tanh, ((Tanh)call.Module).inplace);
        table[typeof(Mish)] = static (recorder, call) => Add(recorder, call, OperatorKind.Mish, ((Mish)call.Module).inplace);
        table[typeof(Hardsigmoid)] = static (recorder, call) => Add(
            recorder, call, OperatorKind.Hardsigmoid, ((Hardsigmoid)call.Module).inplace);
        table[typeof(Hardswish)] = static (recorder, call) => Add(recorder, call, OperatorKind.Hardswish, ((Hardswish)call.Module).inplace);
        table[typeof(Softplus)] = static (recorder, call) => Add(
            recorder, call, OperatorKind.Softplus, false, ((Softplus)call.Module).beta, ((Softplus)call.Module).threshold);
        table[typeof(Softsign)] = static (recorder, call) => Add(
            recorder, call, OperatorKind.Unary, ((Softsign)call.Module).inplace, "Softsign", []);
        table[typeof(SELU)] = static (recorder, call) => Add(recorder, call, OperatorKind.Unary, ((SELU)call.Module).inplace, "Selu", []);
        table[typeof(CELU)] = static (recorder, call) => Add(
            recorder, call, OperatorKind.Unary, ((CELU)call.Module).inplace, "Celu", [((CELU)call.Module).alpha]);
        table[typeof(LogSigmoid)] = static (recorder, call) => Add(recorder, call, OperatorKind.Unary, false, "LogSigmoid", []);
        table[typeof(Softmax)] = static (recorder, call) => Add(recorder, call, OperatorKind.Softmax, false, ((Softmax)call.Module).dim);
        table[typeof(LogSoftmax)] = static (recorder, call) => Add(
            recorder, call, OperatorKind.LogSoftmax, false, ((LogSoftmax)call.Module).dim);
        table[typeof(Hardtanh)] = static (recorder, call) =>
        {
            var layer = (Hardtanh)call.Module;
            if (ReferenceEquals(call.Input, call.Result) && !layer.inplace)
            {
                // TorchSharp's returns its input unclamped where it does not work in place.
                return;
            }

            Add(recorder, call, OperatorKind.Hardtanh, layer.inplace, layer.min_val, layer.max_val);
        };
    }

    private static void AddOthers(Dictionary<Type, Action<Recorder, ModuleCall>> table)
    {
        foreach (var passing in new[]
        {
            typeof(Identity), typeof(Dropout), typeof(Dropout1d), typeof(Dropout2d), typeof(Dropout3d), typeof(AlphaDropout),
            typeof(FeatureAlphaDropout)
        })
        {
            table[passing] = static (recorder, call) => recorder.Same(call.Input, call.Result);
        }

        table[typeof(Flatten)] = static (recorder, call) => Add(
            recorder, call, OperatorKind.Flatten, false, ((Flatten)call.Module).start_dim, ((Flatten)call.Module).end_dim);
        table[typeof(Unflatten)] = static (recorder, call) => Add(
            recorder, call, OperatorKind.Reshape, false, [.. Result(call).shape.Select(static size => (object?)size)]);
        table[typeof(MaxPool1d)] = static (recorder, call) =>
        {
            var layer = (MaxPool1d)call.Module;
            Add(
                recorder,
                call,
                OperatorKind.MaxPool1d,
                false,
                Sizes(layer.kernel_size),
                Sizes(layer.stride),
                Sizes(layer.padding),
                Sizes(layer.dilation),
                layer.ceil_mode);
        };
        table[typeof(MaxPool2d)] = static (recorder, call) =>
        {
            var layer = (MaxPool2d)call.Module;
            Add(
                recorder,
                call,
                OperatorKind.MaxPool2d,
                false,
                Spread(layer.kernel_size),
                Spread(layer.stride),
                Spread(layer.padding),
                Spread(layer.dilation),
                layer.ceil_mode);
        };
        table[typeof(AvgPool1d)] = static (recorder, call) =>
        {
            var layer = (AvgPool1d)call.Module;
            Add(
                recorder,
                call,
                OperatorKind.AvgPool1d,
                false,
                Sizes(layer.kernel_size),
                Sizes(layer.stride),
                Sizes(layer.padding),
                layer.ceil_mode,
                layer.count_include_pad);
        };
        table[typeof(AvgPool2d)] = static (recorder, call) =>
        {
            var layer = (AvgPool2d)call.Module;
            Add(
                recorder,
                call,
                OperatorKind.AvgPool2d,
                false,
                Spread(layer.kernel_size),
                Spread(layer.stride),
                Spread(layer.padding),
                layer.ceil_mode,
                layer.count_include_pad,
                layer.divisor_override);
        };
        table[typeof(AdaptiveAvgPool1d)] = static (recorder, call) => Add(
            recorder, call, OperatorKind.AdaptiveAvgPool1d, false, Sizes(((AdaptiveAvgPool1d)call.Module).output_size));
        table[typeof(AdaptiveAvgPool2d)] = static (recorder, call) => Add(
            recorder, call, OperatorKind.AdaptiveAvgPool2d, false, Spread(((AdaptiveAvgPool2d)call.Module).output_size));
        table[typeof(PixelShuffle)] = static (recorder, call) => Add(
            recorder, call, OperatorKind.Functional, false, "PixelShuffle", [((PixelShuffle)call.Module).upscale_factor]);
        table[typeof(PixelUnshuffle)] = static (recorder, call) => Add(
            recorder, call, OperatorKind.Functional, false, "PixelUnshuffle", [((PixelUnshuffle)call.Module).downscale_factor]);
        table[typeof(Upsample)] = Upsample;
        foreach (var (type, mode) in new[]
        {
            (typeof(ConstantPad1d), "Constant"), (typeof(ConstantPad2d), "Constant"), (typeof(ConstantPad3d), "Constant"),
            (typeof(ZeroPad2d), "Constant"),
            (typeof(ReflectionPad1d), "Reflect"), (typeof(ReflectionPad2d), "Reflect"), (typeof(ReplicationPad1d), "Replicate"),
            (typeof(ReplicationPad2d), "Replicate"),
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

    private static void Add(Recorder recorder, ModuleCall call, OperatorKind kind, bool inPlace, params IReadOnlyList<object?> arguments)
        => Add(recorder, call, kind, inPlace, string.Empty, arguments);

    private static void Add(
        Recorder recorder, ModuleCall call, OperatorKind kind, bool inPlace, string function, IReadOnlyList<object?> arguments)
        => recorder.Add(
            kind,
            function,
            call.Name,
            [call.Input],
            arguments,
            [Result(call)],
            call.Module,
            FunctionTable.IsInPlace(inPlace, call.Input, call.Result));

    private static Tensor Result(ModuleCall call) => call.Result as Tensor ?? throw new UnfollowedException("it returns no tensor");

    private static long[]? Sizes(long? size) => size is { } known ? [known] : null;

    private static long[]? Spread(long[]? sizes) => FunctionTable.Spread(sizes, 2);

    private static Layer Describe(ModuleCall call, LayerKind kind, long? inputs, long? outputs)
        => new(call.Name, kind, EquatableArray<PathStep>.Empty, inputs, outputs);

    private static void Convolution(Recorder recorder, ModuleCall call, OperatorKind kind, LayerKind layerKind, int space)
    {
        var layer = (Convolution)call.Module;
        if (call.Input.ndim != space + 2)
        {
            throw new UnfollowedException("without a batch");
        }

        if (layer.transposed && call.Arguments.Length > 1 && call.Arguments[1] is not null)
        {
            throw new UnfollowedException("with an output size");
        }

        var (weight, groups) = (layer.weight.shape, layer.groups);
        var (inputs, outputs) = layer.transposed ? (weight[0], weight[1] * groups) : (weight[1] * groups, weight[0]);
        var form = groups == 1 ? ChannelGroups.One
            : layer.transposed ? ChannelGroups.Unknown
            : groups != inputs ? ChannelGroups.Some
            : inputs == outputs ? ChannelGroups.Depthwise
            : ChannelGroups.DepthwiseMultiplied;
        recorder.AddWeighted(call, kind, Describe(call, layerKind, inputs, outputs) with { Groups = form, GroupCount = groups });
    }

    private static void Normalisation(Recorder recorder, ModuleCall call, OperatorKind kind, LayerKind layerKind)
    {
        var layer = (NormBase)call.Module;
        recorder.AddWeighted(call, kind, Describe(call, layerKind, layer.num_features, layer.num_features));
    }

    // There is no way to ask an embedding: with one, a call shortens rows that are too long.
    private static bool HasMaxNorm(Embedding layer)
    {
        const float Long = 1e6f;
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var row = layer.weight!.detach().narrow(0, 0, 1);
        var saved = row.clone();
        row.fill_(Long);
        layer.forward(zeros(1, ScalarType.Int64, row.device));
        var isKept = row.to(ScalarType.Float32).min().item<float>() >= Long * 0.99f;
        row.copy_(saved);
        return !isKept;
    }
}

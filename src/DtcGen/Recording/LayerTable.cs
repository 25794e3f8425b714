using System.Collections.Frozen;
using DtcGen.Generators.Functions;
using DtcGen.Generators.Reading.Graph;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>What TorchSharp's layers compute, by the type that a layer has when it runs. One that is not here is an opaque step.</summary>
internal static partial class LayerTable
{
    private const string WayOut = "mark it [DualTomographic(Record = true)] there";

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
                if (call.Module.training && TellsTraining(call.Module))
                {
                    throw new UnfollowedException("it stays in training mode, because no RegisterComponents tells the model of it");
                }

                note(recorder, call);
                return null;
            }

            var type = call.Module.GetType();
            return type.Assembly == typeof(nn.Module).Assembly ? $"the layer {type.Name} is not known"
                : call.Module
                    is IDualTomographic ? $"the class {type.Name} was read, not recorded, when its own project was built: {WayOut}"
                : $"the class {type.Name} has no recorded forward; if it is of another project, {WayOut}";
        }
        catch (UnfollowedException unfollowed)
        {
            return $"the {call.Module.GetType().Name} is called in a way that is not known: {unfollowed.Message}";
        }
    }

    private static bool TellsTraining(nn.Module module)
        => module is BatchNorm or InstanceNorm or Dropout or Dropout1d or Dropout2d or Dropout3d or AlphaDropout or FeatureAlphaDropout
            or RReLU or LSTM or GRU or RNN or MultiheadAttention or TransformerEncoderLayer or TransformerEncoder
            or TransformerDecoderLayer or TransformerDecoder or Transformer;

    private static FrozenDictionary<Type, Action<Recorder, ModuleCall>> Build()
    {
        var table = new Dictionary<Type, Action<Recorder, ModuleCall>>();
        AddWeighted(table);
        AddActivations(table);
        AddPools(table);
        AddShapes(table);
        AddRecurrent(table);
        AddAttention(table);
        AddComposed(table);
        return table.ToFrozenDictionary();
    }

    // A layer that is a function of the table; its settings are given in the table's order.
    private static void Known<TLayer>(
        Dictionary<Type, Action<Recorder, ModuleCall>> table,
        Func<TLayer, IEnumerable<object?>> settings,
        Func<TLayer, bool>? isInPlace = null)
        where TLayer : nn.Module
    {
        var function = TorchFunctions.OfLayer(typeof(TLayer).Name)!;
        table[typeof(TLayer)] = (recorder, call) =>
        {
            var layer = (TLayer)call.Module;
            var values = new Queue<object?>(settings(layer));
            Add(
                recorder,
                call,
                function.Kind,
                isInPlace?.Invoke(layer) == true,
                function.Onnx,
                [
                    .. function.Settings.Concat(function.RecordedSettings).SelectMany(setting => FunctionTable.Arguments(
                        setting, setting.Form == SettingForm.Fixed ? setting.Otherwise : values.Dequeue()))
                ]);
        };
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
}

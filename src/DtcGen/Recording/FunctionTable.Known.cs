using DtcGen.Generators.Functions;
using DtcGen.Generators.Reading.Graph;
using static TorchSharp.torch;

namespace DtcGen.Recording;

// Functions that the generator's table has too: each an operation of its own.
internal static partial class FunctionTable
{
    private static void AddKnown(Dictionary<string, Action<Recorder, FunctionCall>> table)
    {
        foreach (var function in TorchFunctions.All)
        {
            Action<Recorder, FunctionCall, TorchFunction> note = function.Kind switch
            {
                OperatorKind.Identity when function.Settings.Length > 0 => Dropout,
                OperatorKind.Identity => static (recorder, call, _) => recorder.Same(Input(call), call.Result),
                OperatorKind.Gelu => Gelu,
                OperatorKind.Hardtanh => Hardtanh,
                OperatorKind.Softmax or OperatorKind.LogSoftmax => Softmax,
                OperatorKind.Clamp => Clamp,
                OperatorKind.Pow => Pow,
                OperatorKind.Matmul => Matmul,
                OperatorKind.Binary => Compare,
                OperatorKind.Cat => Cat,
                OperatorKind.Stack => Stack,
                OperatorKind.Chunk => Chunk,
                OperatorKind.Split => Split,
                OperatorKind.Squeeze => Squeeze,
                OperatorKind.Mean or OperatorKind.Sum or OperatorKind.Amax => Reduce,
                OperatorKind.ScaledDotProductAttention => Attention,
                _ when function.Operands == 2 => Arithmetic,
                _ => Plain,
            };
            foreach (var name in function.Names)
            {
                table.Add(name, (recorder, call) => note(recorder, call, function));
            }
        }
    }

    private static void Plain(Recorder recorder, FunctionCall call, TorchFunction function)
        => Emit(recorder, call, function.Kind, function.Onnx, [Input(call)], Settings(call, function));

    /// <summary>The settings that a call gives, as the operation's arguments; an argument that is none is not ignored.</summary>
    private static object?[] Settings(FunctionCall call, TorchFunction function)
    {
        Setting[] settings = [.. function.Settings, .. function.RecordedSettings];
        if (settings.FirstOrDefault(static setting => setting.Form == SettingForm.Window) is { Space: var space }
            && Input(call).ndim != space + 2)
        {
            throw new UnfollowedException("without a batch");
        }

        foreach (var (parameter, value) in call.Rest)
        {
            if (value is not null && parameter != "inplace" && !settings.Any(setting => setting.Names.Contains(parameter)))
            {
                throw new UnfollowedException($"with '{parameter}'");
            }
        }

        return [.. settings.SelectMany(setting => Given(call, setting))];
    }

    private static IEnumerable<object?> Given(FunctionCall call, Setting setting)
    {
        object? given = setting.Form switch
        {
            SettingForm.Number => call.DoubleOrNull(setting.Names),
            SettingForm.Whole => call.LongOrNull(setting.Names),
            SettingForm.Flag => setting.Names.Any(call.Has) ? setting.Names.Any(name => call.Bool(name)) : null,
            SettingForm.Fixed => null,
            _
                => call.Longs(setting.Names)
                    ?? setting.Names.Select(name => Numbers.Longs(call.Raw(name))).FirstOrDefault(x => x is not null),
        };
        if (given is null && (setting.IsRequired || setting.Names.Any(call.Has)))
        {
            throw new UnfollowedException($"'{setting.Names[0]}' is not known");
        }

        return Arguments(setting, given ?? setting.Otherwise);
    }

    /// <summary>The arguments that a setting becomes.</summary>
    internal static IEnumerable<object?> Arguments(Setting setting, object? value) => setting.Form switch
    {
        SettingForm.Number => [Numbers.Double(value)],
        SettingForm.Whole => [Numbers.Long(value)],
        SettingForm.Window => [Spread(Numbers.Longs(value), setting.Space)],
        SettingForm.Dimensions or SettingForm.Sizes => Numbers.Boxed(Numbers.Longs(value)!),
        _ => [value],
    };

    /// <summary>One number for all dimensions, or one for each.</summary>
    internal static long[]? Spread(long[]? sizes, int dimensions)
        => sizes is [var one] ? [.. Enumerable.Repeat(one, dimensions)] : sizes;

    private static Tensor Batched(FunctionCall call, int space)
        => Input(call) is var input && input.ndim == space + 2 ? input : throw new UnfollowedException("without a batch");
}

using System.Collections.Frozen;
using DtcGen.Generators.Reading.Graph;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>
/// What TorchSharp's functions compute. A function that is not here, or is called in a way that is not, is an opaque
/// step.
/// </summary>
internal static partial class FunctionTable
{
    // What tells something of a tensor that does not depend on its entries.
    private static readonly FrozenSet<string> Describing = new[]
    {
        "dim", "ndim", "get_ndim", "get_Dimensions", "get_dtype", "get_device", "get_device_type", "get_device_index", "get_is_cuda",
        "is_cpu", "get_is_sparse",
        "get_IsInvalid", "is_floating_point", "is_integral", "is_complex", "is_contiguous", "get_requires_grad", "set_requires_grad",
        "get_is_leaf", "get_Handle",
        "element_size", "get_ElementSize", "Dispose", "is_leaf", "get_name", "set_name", "stride", "storage_offset", "GetHashCode",
        "is_meta", "get_is_meta",
        "MoveToOuter", "Detach", "Attach", "Include", "DisposeEverythingBut", "DisposeEverything", "manual_seed", "no_grad",
        "NewDisposeScope", "inference_mode",
        "set_grad_enabled", "is_grad_enabled", "retain_grad", "MoveToOther", "IncludeInDisposeScope", "CurrentDisposeScope",
        "promote_types", "result_type", "can_cast",
        "is_inference", "get_layout", "requires_grad_", "with_requires_grad",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Action<Recorder, FunctionCall>> Table = Build();

    /// <summary>Notes a call.</summary>
    public static void Note(Recorder recorder, FunctionCall call)
    {
        if (call.Owner == "delegate")
        {
            Delegates.Note(recorder, call);
            return;
        }

        if (Describing.Contains(call.Function))
        {
            foreach (var tensor in Recorder.Tensors(call.Result)
                .Where(tensor => call.Input is { } input && !ReferenceEquals(input, tensor)))
            {
                recorder.Same(call.Input!, tensor);
            }

            return;
        }

        var tensors = Recorder.Tensors(call.Arguments).ToArray();
        var isFollowed = tensors.Any(recorder.IsFollowed);
        if (call is { AsksInPlace: true, Input: { } written })
        {
            recorder.Settle(written, isFollowed, isOverwritten: call.Function is "copy" or "zero" or "fill");
        }

        if (!isFollowed)
        {
            // Made of nothing that the model computes: a constant, if it turns out the same the next time.
            return;
        }

        string reason;
        try
        {
            if (Table.TryGetValue(call.Function, out var note))
            {
                note(recorder, call);
                return;
            }

            reason = $"the function '{call.Function}' is not known";
        }
        catch (UnfollowedException unfollowed)
        {
            reason = $"'{call.Function}' is called in a way that is not known: {unfollowed.Message}";
        }

        Opaque(recorder, call, tensors, reason);
    }

    /// <summary>Whether a call changed its input.</summary>
    public static bool IsInPlace(bool asked, Tensor input, object? result)
        => asked && (ReferenceEquals(input, result)
            || (result is Tensor made && TensorStorage.Of(input) is { } before && TensorStorage.Of(made) is { } after
                && before.Address == after.Address));

    private static void Opaque(Recorder recorder, FunctionCall call, Tensor[] tensors, string reason)
    {
        if (tensors.FirstOrDefault(recorder.HasChanged) is { } touched)
        {
            recorder.AddChange(call.Function, touched, tensors, call.Result, reason);
            return;
        }

        if (!Recorder.Tensors(call.Result).Any() && !call.AsksInPlace)
        {
            reason = $"'{call.Function}' reads entries of a tensor into the program, which may decide anything with them";
            if (!tensors.Any(recorder.DependsOnInput))
            {
                return;
            }
        }

        if (call.AsksInPlace && call.Input is { } changed)
        {
            recorder.Add(
                OperatorKind.Opaque, call.Function, recorder.Join(call.Function), tensors, [], [changed], inPlace: true, refusal: reason);
            recorder.Same(changed, call.Result);
            return;
        }

        recorder.AddOpaque(call.Function, tensors, call.Result, reason);
    }

    private static Tensor Single(FunctionCall call) => call.Result as Tensor ?? throw new UnfollowedException("it returns no tensor");

    private static Tensor Input(FunctionCall call) => call.Input ?? throw new UnfollowedException("its first argument is no tensor");

    private static void Emit(
        Recorder recorder, FunctionCall call, OperatorKind kind, IEnumerable<object> inputs, params IReadOnlyList<object?> arguments)
        => Emit(recorder, call, kind, string.Empty, inputs, arguments);

    private static void Emit(
        Recorder recorder,
        FunctionCall call,
        OperatorKind kind,
        string function,
        IEnumerable<object> inputs,
        params IReadOnlyList<object?> arguments)
    {
        var given = inputs.ToArray();
        var name = recorder.Join(
            call.Function.StartsWith("op_", StringComparison.Ordinal) ? kind.ToString().ToLowerInvariant() : call.Function);
        var inPlace = call.Input is { } changed && IsInPlace(call.AsksInPlace, changed, call.Result);
        if (inPlace && !ReferenceEquals(given[0], call.Input))
        {
            // The one that is changed is not the first, as of a mask that is filled.
            var made = empty_like(call.Input!);
            recorder.Add(kind, function, name, given, arguments, [made]);
            recorder.Replace(call.Input!, made);
            recorder.Same(call.Input!, call.Result);
            return;
        }

        recorder.Add(kind, function, name, given, arguments, [.. Recorder.Tensors(call.Result)], inPlace: inPlace);
    }

    private static FrozenDictionary<string, Action<Recorder, FunctionCall>> Build()
    {
        var table = new Dictionary<string, Action<Recorder, FunctionCall>>(StringComparer.Ordinal);
        AddKnown(table);
        AddElementWise(table);
        AddArithmetic(table);
        AddShapes(table);
        AddParts(table);
        AddReductions(table);
        AddProducts(table);
        AddWriting(table);
        AddComposed(table);
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

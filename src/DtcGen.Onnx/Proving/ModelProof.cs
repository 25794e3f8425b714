using DtcGen.Recording;
using DtcGen.Runtime;
using Microsoft.ML.OnnxRuntime;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Onnx;

/// <summary>
/// Holds what DtcGen says of a model against the model itself: each neuron group, masked and clipped, and the exported file under
/// ONNX Runtime. The model is as before afterwards.
/// </summary>
public static class ModelProof
{
    /// <summary>Proves a model with an example of what its forward takes.</summary>
    /// <param name="model">A model of a class marked <see cref="DualTomographicAttribute"/>; one that must be recorded
    /// is, with the example.</param>
    /// <param name="example">A batch for each tensor that forward takes.</param>
    /// <returns>What was found; its text is a table.</returns>
    /// <exception cref="NotSupportedException">Forward takes or returns more than tensors and pairs of them: use the
    /// overload with a function.</exception>
    public static ProofResult Prove(this IDualTomographic model, params Tensor[] example)
        => Prove(model, inputs => Call((nn.Module)model, inputs), example);

    /// <summary>Proves a model whose forward is called in a way of its own.</summary>
    /// <param name="model">A model of a class marked <see cref="DualTomographicAttribute"/>.</param>
    /// <param name="forward">Calls it: the tensors that it takes in, those that it returns out.</param>
    /// <param name="example">A batch for each tensor that forward takes.</param>
    public static ProofResult Prove(
        this IDualTomographic model, Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> forward, params Tensor[] example)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(forward);
        ArgumentNullException.ThrowIfNull(example);
        var module = (nn.Module)model;
        using var use = ModelUse.Change(module, "proof");
        if (model is IRecordedModel { IsRecorded: false } recorded)
        {
            recorded.RecordInputs(example);
        }

        using var scope = NewDisposeScope();
        using var mode = new EvaluationMode(module);
        var groups = model.Groups.Select(group => GroupProof.Of(model, group, Call, example)).ToArray();
        return new ProofResult(groups, [.. model.Pinned], File(model, Call, example));

        // A forward may change what it is given, or dispose of it.
        IReadOnlyList<Tensor> Call(IReadOnlyList<Tensor> inputs) => forward([.. inputs.Select(static input => input.clone())]);
    }

    private static FileProof? File(IDualTomographic model, Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> forward, Tensor[] example)
    {
        if (model is not IOnnxExportable exportable)
        {
            return null;
        }

        try
        {
            return new FileProof(Compare(null), null);
        }
        catch (OnnxModelException refused) when (refused.InnerException is OnnxRuntimeException)
        {
            // ONNX Runtime has no kernels for the model's type: the same nodes on the same weights in float.
            return new FileProof(Compare(new OnnxExportOptions { ElementType = OnnxElementType.Float }), null);
        }
        catch (OnnxExportException refused)
        {
            return new FileProof(null, refused.Message);
        }

        OnnxParityResult Compare(OnnxExportOptions? options)
            => OnnxParity.Compare(forward, OnnxExport.Build(exportable, [.. example.Select(OnnxInput.Like)], options), [example]);
    }

    private static IReadOnlyList<Tensor> Call(nn.Module model, IReadOnlyList<Tensor> inputs) => (model, inputs.Count) switch
    {
        (nn.Module<Tensor, Tensor> one, 1) => [one.call(inputs[0])],
        (nn.Module<Tensor, Tensor, Tensor> two, 2) => [two.call(inputs[0], inputs[1])],
        (nn.Module<Tensor, Tensor, Tensor, Tensor> three, 3) => [three.call(inputs[0], inputs[1], inputs[2])],
        (nn.Module<Tensor, (Tensor, Tensor)> one, 1) => Pair(one.call(inputs[0])),
        (nn.Module<Tensor, Tensor, (Tensor, Tensor)> two, 2) => Pair(two.call(inputs[0], inputs[1])),
        _
            => throw new NotSupportedException(
                $"The forward of {model.GetType().Name} is not from {inputs.Count} tensors to one or two: pass a function that calls it."),
    };

    private static Tensor[] Pair((Tensor First, Tensor Second) pair) => [pair.First, pair.Second];
}

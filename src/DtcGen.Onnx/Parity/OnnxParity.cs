using Microsoft.ML.OnnxRuntime;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Onnx;

/// <summary>Compares what a model computes with what its ONNX form computes under ONNX Runtime.</summary>
/// <remarks>
/// The file gets floating-point inputs in the type that it takes, so that a model and a file of another type can be compared: the
/// numbers are rounded for the file alone. What may differ goes by the types (<see cref="OnnxParityResult.ElementType"/>).
/// </remarks>
public static class OnnxParity
{
    private const string SingleNumber = "An input is a single number, so there are no samples along its dimension 0.";

    /// <summary>Compares a module with an ONNX file. The module computes in evaluation mode and gets its modes back.</summary>
    /// <param name="module">The module.</param>
    /// <param name="path">The ONNX file.</param>
    /// <param name="inputs">The samples, along dimension 0.</param>
    /// <param name="options">Batch size and tolerance; null takes the defaults.</param>
    /// <param name="progress">Told the number of samples compared so far, after each batch.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    /// <exception cref="OnnxModelException">The outputs differ in number or shape.</exception>
    /// <exception cref="OnnxRuntimeException">ONNX Runtime refuses the file or the inputs.</exception>
    public static OnnxParityResult Compare(
        Module<Tensor, Tensor> module,
        string path,
        Tensor inputs,
        OnnxParityOptions? options = null,
        IProgress<long>? progress = null,
        CancellationToken cancellationToken = default)
    {
        using var mode = new EvaluationMode(module);
        using var session = OnnxSession.Open(path);
        return Compare(module.call, session, inputs, options, progress, cancellationToken);
    }

    /// <summary>Compares a module with a model in memory. The module computes in evaluation mode and gets its modes back.</summary>
    /// <param name="module">The module.</param>
    /// <param name="model">Its ONNX form.</param>
    /// <param name="inputs">The samples, along dimension 0.</param>
    /// <param name="options">Batch size and tolerance; null takes the defaults.</param>
    /// <param name="progress">Told the number of samples compared so far, after each batch.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    /// <exception cref="OnnxModelException">The outputs differ in number or shape, or the model is not valid.</exception>
    /// <exception cref="OnnxRuntimeException">ONNX Runtime refuses the model or the inputs.</exception>
    public static OnnxParityResult Compare(
        Module<Tensor, Tensor> module,
        OnnxModel model,
        Tensor inputs,
        OnnxParityOptions? options = null,
        IProgress<long>? progress = null,
        CancellationToken cancellationToken = default)
    {
        using var mode = new EvaluationMode(module);
        using var session = OnnxSession.Open(model);
        return Compare(module.call, session, inputs, options, progress, cancellationToken);
    }

    /// <summary>Compares a function with an ONNX file.</summary>
    /// <param name="function">The function. It is called without gradients; it must compute as in evaluation mode by itself.</param>
    /// <param name="path">The ONNX file.</param>
    /// <param name="inputs">The samples, along dimension 0.</param>
    /// <param name="options">Batch size and tolerance; null takes the defaults.</param>
    /// <param name="progress">Told the number of samples compared so far, after each batch.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    /// <exception cref="OnnxModelException">The outputs differ in number or shape.</exception>
    /// <exception cref="OnnxRuntimeException">ONNX Runtime refuses the file or the inputs.</exception>
    public static OnnxParityResult Compare(
        Func<Tensor, Tensor> function,
        string path,
        Tensor inputs,
        OnnxParityOptions? options = null,
        IProgress<long>? progress = null,
        CancellationToken cancellationToken = default)
    {
        using var mode = new EvaluationMode(null);
        using var session = OnnxSession.Open(path);
        return Compare(function, session, inputs, options, progress, cancellationToken);
    }

    /// <summary>Compares a function with a model in memory.</summary>
    /// <param name="function">The function. It is called without gradients; it must compute as in evaluation mode by itself.</param>
    /// <param name="model">Its ONNX form.</param>
    /// <param name="inputs">The samples, along dimension 0.</param>
    /// <param name="options">Batch size and tolerance; null takes the defaults.</param>
    /// <param name="progress">Told the number of samples compared so far, after each batch.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    /// <exception cref="OnnxModelException">The outputs differ in number or shape, or the model is not valid.</exception>
    /// <exception cref="OnnxRuntimeException">ONNX Runtime refuses the model or the inputs.</exception>
    public static OnnxParityResult Compare(
        Func<Tensor, Tensor> function,
        OnnxModel model,
        Tensor inputs,
        OnnxParityOptions? options = null,
        IProgress<long>? progress = null,
        CancellationToken cancellationToken = default)
    {
        using var mode = new EvaluationMode(null);
        using var session = OnnxSession.Open(model);
        return Compare(function, session, inputs, options, progress, cancellationToken);
    }

    /// <summary>Compares a function of several inputs and outputs with a model in memory, over batches of any kind.</summary>
    /// <param name="function">The function: the inputs in the model's order in, the outputs in the model's order out.
    /// It must compute as in evaluation mode by itself.</param>
    /// <param name="model">Its ONNX form.</param>
    /// <param name="batches">For each batch the inputs in the model's order. They stay the caller's.</param>
    /// <param name="options">The tolerance; null takes the default. Batches are taken as they come.</param>
    /// <param name="progress">Told the number of samples compared so far, after each batch.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    /// <exception cref="OnnxModelException">The outputs differ in number or shape, or the model is not valid.</exception>
    /// <exception cref="OnnxRuntimeException">ONNX Runtime refuses the model or the inputs.</exception>
    public static OnnxParityResult Compare(
        Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> function,
        OnnxModel model,
        IEnumerable<IReadOnlyList<Tensor>> batches,
        OnnxParityOptions? options = null,
        IProgress<long>? progress = null,
        CancellationToken cancellationToken = default)
    {
        using var mode = new EvaluationMode(null);
        using var session = OnnxSession.Open(model);
        return Run(function, session, options ?? new OnnxParityOptions()).Compare(batches, progress, cancellationToken);
    }

    private static OnnxParityResult Compare(
        Func<Tensor, Tensor> function,
        InferenceSession session,
        Tensor inputs,
        OnnxParityOptions? options,
        IProgress<long>? progress,
        CancellationToken cancellationToken)
    {
        options ??= new OnnxParityOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BatchSize, 1);
        return Run(x => [function(x[0])], session, options).Compare(Batches(inputs, options.BatchSize), progress, cancellationToken);
    }

    private static ParityRun<IReadOnlyList<Tensor>> Run(
        Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> function, InferenceSession session, OnnxParityOptions options)
        => new(
            new("The model", inputs => Outputs(function, inputs), null),
            new("its ONNX form", inputs => OnnxRun.Run(session, [.. inputs.Select(OnnxTensors.Lend)]), session.OutputNames),
            Samples,
            options.Tolerance)
        {
            Types = inputs => inputs.Select(static tensor => OnnxElementTypes.Of(tensor.dtype)).Concat(OnnxRun.InputTypes(session)),
        };

    private static long Samples(IReadOnlyList<Tensor> inputs)
        => inputs.Count == 0 ? throw new ArgumentException("A batch has no inputs, so there is nothing to compare.", nameof(inputs))
            : inputs[0].ndim == 0 ? throw new ArgumentException(SingleNumber, nameof(inputs))
            : inputs[0].shape[0];

    private static IReadOnlyList<OnnxArray> Outputs(
        Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> function, IReadOnlyList<Tensor> inputs)
    {
        using var scope = NewDisposeScope();
        return [.. function(inputs).Select(static tensor => tensor.ToOnnxArray())];
    }

    private static IEnumerable<IReadOnlyList<Tensor>> Batches(Tensor inputs, int size)
    {
        var samples = Samples([inputs]);
        for (long start = 0; start < samples; start += size)
        {
            using var batch = inputs.narrow(0, start, Math.Min(size, samples - start));
            yield return [batch];
        }
    }
}

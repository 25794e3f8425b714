using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using DtcGen.Onnx;
using DtcGen.Recording;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.PublicModels.Trials;

/// <summary>Makes a model with small numbers, and does with it what a user does.</summary>
/// <param name="job">The class.</param>
/// <param name="say">Told what is done next.</param>
internal sealed class ModelTrial(TrialJob job, Action<string> say)
{
    private const int MostAttempts = 120;
    private const double Tolerance = 1e-4;

    private static readonly TimeSpan SearchTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan InputTime = TimeSpan.FromSeconds(4);

    private string? _construction;
    private string? _arguments;
    private string? _input;

    /// <summary>Runs it.</summary>
    public TrialResult Run()
    {
        var type = new AssemblyLoadContext(job.Class).LoadFromAssemblyPath(job.Assembly).GetType(job.Type, throwOnError: true)!;
        if (type.ContainsGenericParameters)
        {
            return new TrialResult(job.Class, Outcome.NotConstructed, "it is generic");
        }

        var before = Environment.CpuUsage.TotalTime;
        var tried = new HashSet<string>(StringComparer.Ordinal);
        for (var attempt = job.FirstAttempt; attempt < MostAttempts && Environment.CpuUsage.TotalTime - before < SearchTime; attempt++)
        {
            say($"attempt {attempt}");
            var said = new List<string>();
            using var model = Construct(type, attempt, said);
            if (model is null || !tried.Add(string.Join(", ", said)))
            {
                continue;
            }

            _arguments = string.Join(", ", said);
            if (ForwardCall.Of(model) is not { } forward)
            {
                return new TrialResult(job.Class, Outcome.NoInput, "it has no forward", Arguments: _arguments);
            }

            model.eval();
            using (no_grad())
            {
                var search = new InputSearch(forward, LayerHints.Of(model), InputTime);
                if (search.Find() is { } arguments)
                {
                    return Check(model, forward, arguments);
                }

                _input = search.LastFailure;
            }
        }

        return _arguments is null
            ? new TrialResult(job.Class, Outcome.NotConstructed, _construction)
            : new TrialResult(job.Class, Outcome.NoInput, _input, Arguments: _arguments);
    }

    private nn.Module? Construct(Type type, int attempt, List<string> said)
    {
        try
        {
            random.manual_seed(attempt);
            var model = (nn.Module)new ValueMaker(job, type.Assembly, attempt).Construct(type, 0, said);
            Fill(model);
            return model;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            _construction = $"{failure.GetType().Name}: {failure.Message.Split('\n')[0]}";
            return null;
        }
    }

    // Weights that are zero, or what memory held, would hide what is wrong; so would statistics that are the initial ones.
    private static void Fill(nn.Module model)
    {
        using var noGrad = no_grad();
        foreach (var (_, parameter) in model.named_parameters().Where(static item => item.parameter.is_floating_point()))
        {
            if (parameter.numel() > 1 && !(parameter.std().to(ScalarType.Float64).item<double>() is > 1e-6 and < 1e3))
            {
                parameter.normal_(0.5, 0.2);
            }
        }

        foreach (var norm in model.modules().OfType<GroupNorm>().Where(static norm => norm.weight is not null))
        {
            norm.weight!.uniform_(0.5, 1.5);
            norm.bias?.normal_();
        }

        foreach (var (name, buffer) in model.named_buffers().Where(static item => item.buffer.is_floating_point()))
        {
            if (name.EndsWith("running_mean", StringComparison.Ordinal))
            {
                buffer.normal_(0, 0.3);
            }
            else if (name.EndsWith("running_var", StringComparison.Ordinal))
            {
                buffer.uniform_(0.5, 1.5);
            }
        }
    }

    private TrialResult Check(nn.Module model, ForwardCall forward, InputArgument[] arguments)
    {
        var inputs = string.Join(
            ", ", arguments.Zip(forward.Parameters, static (argument, parameter) => $"{parameter.Name}: {argument.Text}"));
        say($"step record ({_arguments}) <- {inputs}");
        var (groups, pinned) = (0, 0);
        try
        {
            var made = Make(2);
            if (model is IRecordedModel recorded)
            {
                Record(recorded, made);
            }

            var neurons = (IDualTomographic)model;
            (groups, pinned) = (neurons.Groups.Count, neurons.Pinned.Count);
            say("step export");
            var file = Export((IOnnxExportable)model, arguments, out var isFixed);
            if (OnnxChecker.Check(file) is { Count: > 0 } faults)
            {
                return Result(Outcome.Wrong, "the file is not valid", string.Join('\n', faults));
            }

            say("step compare");
            var batches = (isFixed ? [2L, 2L] : (long[])[1, 5, 2]).Select(size => Flat(Make(size))).Where(Runs).ToArray();
            var parity = OnnxParity.Compare(Call, file, batches);
            var scale = batches.SelectMany(Call)
                .Select(static tensor => tensor.numel() == 0 ? 0 : tensor.abs().max().to(ScalarType.Float64).item<double>())
                .DefaultIfEmpty(0)
                .Max();
            if (!(parity.MaxAbsDifference <= Tolerance * Math.Max(1, scale)))
            {
                return Result(Outcome.Wrong, "the file computes something else", $"{parity}, the largest output is {scale:g3}");
            }

            say("step prove");
            var proof = neurons.Prove(Call, [.. Flat(made)]);
            var inexact = proof.Groups.Where(static group => !group.IsExact).ToArray();
            return inexact.Length == 0 ? Result(Outcome.Passes, isFixed ? "the batch's size is fixed" : null)
                : Result(
                    Outcome.Wrong,
                    inexact[0].Failure is { } failure ? $"a clip fails: {failure}" : "a clip is not exact",
                    string.Join('\n', inexact.Select(static group => group.ToString())));
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return Result(
                IsNamed(failure) ? Outcome.Refused : Outcome.Wrong,
                $"{failure.GetType().Name}: {failure.Message.Split('\n')[0]}",
                failure.ToString());
        }

        TrialResult Result(Outcome outcome, string? reason = null, string? detail = null)
            => new(job.Class, outcome, reason, detail, _arguments, inputs, groups, pinned);

        object?[] Make(long batch) => [.. arguments.Select(argument => argument.Make(batch))];

        IReadOnlyList<Tensor> Flat(object?[] values) => [.. values.SelectMany(ForwardCall.Tensors)];

        // Some models take no single sample.
        bool Runs(IReadOnlyList<Tensor> batch)
        {
            try
            {
                return Call(batch).Count > 0;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                return false;
            }
        }

        IReadOnlyList<Tensor> Call(IReadOnlyList<Tensor> tensors)
        {
            var left = new Queue<Tensor>(tensors);
            return forward.Run([.. Make(2).Select(value => ForwardCall.With(value, left))]);
        }
    }

    private static void Record(IRecordedModel model, object?[] arguments)
    {
        var record = model.GetType().GetMethods()
            .FirstOrDefault(method => method.Name == "Record" && method.GetParameters().Length == arguments.Length);
        if (record is null)
        {
            model.RecordInputs([.. arguments.SelectMany(ForwardCall.Tensors)]);
        }
        else
        {
            record.Invoke(model, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        }
    }

    private static OnnxModel Export(IOnnxExportable model, InputArgument[] arguments, out bool isFixed)
    {
        isFixed = false;
        try
        {
            return OnnxExport.Build(model, Described(arguments, isOpen: true));
        }
        catch (OnnxExportException refused) when (refused.Message.Contains("Describe it as", StringComparison.Ordinal)
            || refused.Message.Contains("fixed batch", StringComparison.Ordinal))
        {
            isFixed = true;
            return OnnxExport.Build(model, Described(arguments, isOpen: false));
        }
    }

    private static OnnxInput[] Described(InputArgument[] arguments, bool isOpen)
        => [
            .. from argument in arguments
               from tensor in ForwardCall.Tensors(argument.Make(2))
               select argument.IsBatched && isOpen && tensor.ndim > 0
                   ? OnnxInput.Like(tensor)
                   : OnnxInput.Like(tensor) with { Shape = [.. tensor.shape.Select(static size => (OnnxDimension)size)] }
        ];

    // A refusal that says what is not done, not an exception that something ran into.
    private static bool IsNamed(Exception failure)
        => failure is OnnxExportException
            || (failure is InvalidOperationException or NotSupportedException
                && new StackTrace(failure).GetFrame(0)?.GetMethod()?.DeclaringType?.Assembly is { } thrower
                && (thrower == typeof(IDualTomographic).Assembly || thrower == typeof(OnnxExport).Assembly
                    || failure.Message.Contains("cannot be recorded", StringComparison.Ordinal)));
}

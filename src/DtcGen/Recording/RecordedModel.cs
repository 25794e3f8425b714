using System.ComponentModel;
using DtcGen.Generators.Grouping;
using DtcGen.Generators.Reading.Graph;
using DtcGen.Runtime;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>
/// The neuron groups of a model that is recorded: what the generator writes out for one that it can read. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RecordedModel
{
    private const int Attempts = 4;

    private readonly nn.Module _model;
    private readonly string[] _keep;
    private readonly Action _register;
    private string[] _inputs = [];
    private RecordedGraph? _graph;
    private ForwardGraph? _forward;
    private GroupedNeurons? _grouped;
    private IReadOnlyList<NeuronGroup>? _groups;
    private IReadOnlyList<PinnedNeurons>? _pinned;
    private Func<Recorder?, IReadOnlyList<Tensor>, object?>? _run;
    private Tensor[] _examples = [];
    private bool _isRegistered;

    /// <summary>What is known of a model before it is recorded.</summary>
    /// <param name="model">The model.</param>
    /// <param name="keep">The layers whose neurons the attribute keeps.</param>
    /// <param name="register">Adds the recorded forwards of the classes whose objects it can hold.</param>
    public RecordedModel(nn.Module model, string[] keep, Action register)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(keep);
        ArgumentNullException.ThrowIfNull(register);
        (_model, _keep, _register) = (model, keep, register);
    }

    /// <summary>Whether there is a recording.</summary>
    public bool IsRecorded => _graph is not null;

    /// <summary>The names of the model's inputs.</summary>
    public IReadOnlyList<string> Inputs => IsRecorded ? _inputs : throw NotRecorded();

    /// <inheritdoc cref="IDualTomographic.Groups"/>
    public IReadOnlyList<NeuronGroup> Groups => _groups ?? throw NotRecorded();

    /// <inheritdoc cref="IDualTomographic.Pinned"/>
    public IReadOnlyList<PinnedNeurons> Pinned => _pinned ?? throw NotRecorded();

    internal RecordedGraph Graph => _graph ?? throw NotRecorded();

    /// <summary>The examples that the model was recorded with.</summary>
    internal IReadOnlyList<Tensor> Examples => _examples;

    /// <summary>
    /// Records the model's forward, in evaluation mode and without gradients: with the example, with another number of samples, and
    /// with a single one beside the model's own forward.
    /// </summary>
    /// <param name="names">What the tensors that forward takes are called.</param>
    /// <param name="example">A batch for each of them, as forward takes it.</param>
    /// <param name="run">The recorded forward; without a recorder, the model's own.</param>
    /// <exception cref="InvalidOperationException">
    /// The model's own forward computes something else than the recorded one, or what it does depends on the entries of its input.
    /// </exception>
    public void Record(IReadOnlyList<string> names, IReadOnlyList<Tensor> example, Func<Recorder?, IReadOnlyList<Tensor>, object?> run)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(example);
        ArgumentNullException.ThrowIfNull(run);
        Register();
        _run = run;
        _inputs = [.. names];
        _examples = [.. example.Select(static tensor => tensor.detach().clone().DetachFromDisposeScope())];
        RecordAgain();
    }

    /// <summary>Makes the recorded forwards of the model and of what it holds known.</summary>
    internal void Register()
    {
        if (!_isRegistered)
        {
            _isRegistered = true;
            _register();
        }
    }

    /// <summary>The model.</summary>
    internal nn.Module Model => _model;

    /// <summary>Records once more with the examples of the last time, since weights may have changed.</summary>
    /// <param name="types">What the examples' entries are to be; null keeps what they are.</param>
    internal void RecordAgain(params IReadOnlyList<ScalarType?> types)
    {
        var before = _examples;
        _examples = [.. before.Select((example, i) => i < types.Count && types[i] is { } type && type != example.dtype
            ? example.to(type).DetachFromDisposeScope()
            : example)];
        try
        {
            OutsideOfScopes.Run(() => Take(RecordHere([])));
        }
        catch
        {
            (before, _examples) = (_examples, before);
            throw;
        }
        finally
        {
            foreach (var replaced in before.Except(_examples))
            {
                replaced.Dispose();
            }
        }
    }

    /// <summary>Records once more, with other sizes of more dimensions than the batch's.</summary>
    /// <param name="open">Those dimensions, each by the input and its place there.</param>
    /// <exception cref="InvalidOperationException">The code fixes one of them.</exception>
    internal RecordedGraph RecordWith(IReadOnlyList<(int Input, int Dimension)> open)
    {
        RecordedGraph? graph = null;
        OutsideOfScopes.Run(() => graph = RecordHere(open));
        return graph!;
    }

    /// <summary>Keeps the present recording, which an export takes anew.</summary>
    /// <returns>What puts it back.</returns>
    internal Action KeepRecording()
    {
        var kept = (_graph, _forward, _grouped, _groups, _pinned);
        return () => (_graph, _forward, _grouped, _groups, _pinned) = kept;
    }

    private RecordedGraph RecordHere(IReadOnlyList<(int Input, int Dimension)> open)
    {
        using var use = ModelUse.Change(_model, "recording");
        using var noGrad = no_grad();
        using var modes = new ModuleModes(_model);
        if (ModuleHooks.Any(_model))
        {
            throw new InvalidOperationException(
                $"'{_model.GetType().Name}' cannot be recorded: a hook is registered on it, whose code is not recorded. Remove it before.");
        }

        var first = Run(_examples);
        var varied = ExampleInputs.Vary(_examples);
        string? difference;
        try
        {
            var second = Run(ExampleInputs.Stretch(ExampleInputs.Resize(varied), open));
            difference = RecordingComparison.Difference(first, second) is { } other ? $"with another batch size {other}"
                : open.Count > 0
                    || RecordingComparison.Difference(
                        first, RunBesideItsOwn(ExampleInputs.First(varied)), isOfOne: true) is not { } single ? null
                : $"with a batch of one {single}";
            if (difference is null)
            {
                return new RecordedGraph(_inputs, first, second, null);
            }
        }
        catch (Exception failure) when (failure is not (OutOfMemoryException or RecordingDiffersException))
        {
            difference = $"with another batch size its forward throws: {failure.Message.Split('\n')[0]}";
        }

        if (open.Count > 0)
        {
            throw new InvalidOperationException(
                $"with other sizes of {string.Join(", ", open.Select(item => $"dimension {item.Dimension} of {_inputs[item.Input]}"))}, {difference}");
        }

        // Is it the batch's size, or does what forward does depend on the entries?
        return Dependence(first, varied) is { } dependent
            ? throw new InvalidOperationException(
                $"'{_model.GetType().Name}' cannot be recorded: with another input of the same size {dependent}. What it computes depends on the entries of its input, which no fixed graph can do.")
            : new RecordedGraph(_inputs, first, null, difference);
    }

    private string? Dependence(Recording first, IReadOnlyList<Tensor> varied)
    {
        try
        {
            return RecordingComparison.Difference(first, RunBesideItsOwn(varied));
        }
        catch (Exception failure) when (failure is not (OutOfMemoryException or RecordingDiffersException))
        {
            return $"its forward throws: {failure.Message.Split('\n')[0]}";
        }
    }

    /// <inheritdoc cref="IDualTomographic.CountNeurons"/>
    public long CountNeurons(NeuronGroup group) => Count(Find(group));

    /// <inheritdoc cref="IDualTomographic.SumRays"/>
    public RaySums SumRays(NeuronGroup group, Func<Tensor, Tensor>? map)
    {
        var found = Find(group);
        using var use = ModelUse.Read(_model, "weight sums");
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var count = Count(found);
        var previous = Sum(found.Producers.Select(member => Side(member, isOutput: true)));
        var next = found.Consumers.Any() ? Sum(found.Consumers.Select(member => Side(member, isOutput: false))) : WeightSums.None(previous);
        return WeightSums.ToRaySums(previous, next);

        NeuronSums Side(Member member, bool isOutput)
        {
            var layer = Layer(member.Layer);
            var (name, weight) = (_forward!.Layers[member.Layer].Name, RecordedLayers.Weight(layer));
            var layout = Layout(member);
            return RecordedLayers.OutputDimension(layer) == (isOutput ? 0 : 1)
                ? WeightSums.Rows(name, weight, map, count, layout)
                : WeightSums.Columns(name, weight, map, count, layout);
        }

        static NeuronSums Sum(IEnumerable<NeuronSums> terms) => terms.Aggregate(static (sum, term) => sum + term);
    }

    /// <inheritdoc cref="IDualTomographic.Clip"/>
    public void Clip(NeuronGroup group, IReadOnlyList<long> keep)
    {
        var found = Find(group);
        using var clip = new NeuronClip(_model, group, Count(found), keep);
        foreach (var member in found.Members)
        {
            var layer = Layer(member.Layer);
            clip.Cut(_forward!.Layers[member.Layer].Name, layer, member.Role, Layout(member));
        }

        clip.Commit();
    }

    private Recording Run(IReadOnlyList<Tensor> inputs) => Run(inputs, out _);

    private Recording Run(IReadOnlyList<Tensor> inputs, out object? returned)
    {
        var recorder = new Recorder(_model);
        Tensor[] own = [.. inputs.Select(static input => input.clone())];
        foreach (var input in own)
        {
            recorder.AddInput(input);
        }

        returned = _run!(recorder, own);
        return recorder.Finish(returned);
    }

    // What nobody thought of in the recording shows here: the model's own forward, run the same way, must return the same. Of what
    // draws random numbers the two need not agree, since another thread may draw from the same generator meanwhile; what another
    // thread alone drew does not happen each time.
    private Recording RunBesideItsOwn(IReadOnlyList<Tensor> inputs)
    {
        for (var left = Attempts; ; left--)
        {
            using var before = get_rng_state();
            var recording = Run(inputs, out var recorded);
            using var after = get_rng_state();
            var hasDrawn = !before.equal(after).all().item<bool>();
            set_rng_state(before);
            var own = _run!(null, [.. inputs.Select(static input => input.clone())]);
            if (ReturnedValues.Difference(Recorder.Tensors(recorded), Recorder.Tensors(own)) is not { } difference
                || (hasDrawn && left == 1))
            {
                return recording;
            }

            if (!hasDrawn)
            {
                throw new RecordingDiffersException(
                    $"'{_model.GetType().Name}' cannot be recorded: {difference} when its forward runs again. Either forward changes what it uses, such as a weight or a counter, or it does something that recording does not see.");
            }
        }
    }

    private void Take(RecordedGraph graph)
    {
        var forward = graph.ToForwardGraph(_keep);
        if (_keep.FirstOrDefault(name => forward.Layers.All(layer => layer.Name != name)) is { } unknown)
        {
            throw new InvalidOperationException(
                $"Keep names '{unknown}', which is no layer with weights that the forward of '{_model.GetType().Name}' uses; it uses: {string.Join(", ", forward.Layers.Select(static layer => $"'{layer.Name}'"))}.");
        }

        var grouped = NeuronGrouping.Group(forward);
        _groups = [.. grouped.Groups.Select((group, i) => new NeuronGroup(
            i,
            group.Name,
            [
                .. group.Members
                    .Select(member => (member.Layer, member.Role))
                    .Distinct()
                    .Select(member => new NeuronGroupMember(forward.Layers[member.Layer].Name, (NeuronRole)member.Role))
            ])
        {
            Counter = new NeuronCounter(
                forward.Layers[group.Counter.Layer].Name, group.Counter.Layout.Outer!.Value * group.Counter.Layout.Inner!.Value),
        })];
        _pinned = [.. grouped.Pinned.Select(pinned => new PinnedNeurons(forward.Layers[pinned.Layer].Name, pinned.Reason))];
        (_graph, _forward, _grouped) = (graph, forward, grouped);
    }

    private Group Find(NeuronGroup group) => _grouped is null ? throw NotRecorded() : _grouped.Groups[GroupIndex.Of(group, Groups)];

    private nn.Module Layer(int layer) => Graph.Main.Layers[layer].Module;

    private long Outputs(int layer) => RecordedLayers.Outputs(Layer(layer));

    private long Count(Group group)
        => Outputs(group.Counter.Layer) / (group.Counter.Layout.Outer!.Value * group.Counter.Layout.Inner!.Value);

    private NeuronLayout Layout(Member member)
    {
        var layout = member.Layout;
        return new NeuronLayout(layout.Outer, Sum(layout.Before), Sum(layout.After), layout.Inner);

        long? Sum(IEnumerable<PartSize> sizes)
            => sizes.Aggregate(
                (long?)0, (sum, size) => size.IsRest ? null : sum + (size.Layer is { } layer ? Outputs(layer) : size.Number!.Value));
    }

    private InvalidOperationException NotRecorded()
        => new(
            $"'{_model.GetType().Name}' is recorded, not read: call its Record once with an example of what forward takes, before anything that needs its neuron groups.");
}

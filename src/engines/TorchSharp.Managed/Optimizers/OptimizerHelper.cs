using System.Runtime.CompilerServices;

namespace TorchSharp.Modules;

/// <summary>What the optimizers have in common: groups, state by parameter, and the loop of a step.</summary>
public abstract class OptimizerHelper : torch.optim.Optimizer
{
    private readonly Dictionary<Parameter, OptimizerState> states = new(ReferenceEqualityComparer.Instance);

    /// <summary>Makes an optimizer without parameters.</summary>
    private protected OptimizerHelper()
    {
    }

    /// <summary>How many tensors the optimizer keeps per parameter at most.</summary>
    private protected abstract int MomentCount { get; }

    /// <inheritdoc/>
    public override void add_param_group(ParamGroup param_group)
    {
        ArgumentNullException.ThrowIfNull(param_group);
        Complete(param_group);
        param_group.Options.InitialLearningRate = param_group.LearningRate;
        _parameter_groups.Add(param_group);
        foreach (Parameter parameter in param_group.Parameters)
        {
            if (!states.TryAdd(parameter, new OptimizerState(MomentCount)))
            {
                throw new ArgumentException("A parameter appears more than once in the optimizer's groups.", nameof(param_group));
            }
        }
    }

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null)
    {
        Tensor? loss = null;
        if (closure is not null)
        {
            using IDisposable recording = torch.enable_grad();
            loss = closure();
        }

        using IDisposable mode = torch.no_grad();
        using Scratch scratch = Scratch.Begin();
        foreach (ParamGroup group in _parameter_groups)
        {
            foreach (Parameter parameter in group.Parameters)
            {
                if (!states.TryGetValue(parameter, out OptimizerState? state))
                {
                    throw new KeyNotFoundException("The optimizer does not know a parameter that its model has now: a parameter was replaced after the optimizer was made. Make a new optimizer.");
                }

                if (Gradients.Of(parameter) is { } gradient)
                {
                    Step(parameter, gradient, state, group);
                }
            }
        }

        return loss;
    }

    /// <summary>Fills in the settings that a group leaves to the optimizer, and refuses those out of range.</summary>
    private protected abstract void Complete(ParamGroup group);

    /// <summary>Changes one parameter; all tensors are contiguous and of one type.</summary>
    private protected abstract void Update(Tensor values, Tensor gradient, OptimizerState state, ParamGroup group);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (OptimizerState state in states.Values)
            {
                state.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    /// <summary>Checks a group's kind.</summary>
    private protected static TGroup Expect<TGroup>(ParamGroup group)
        where TGroup : ParamGroup =>
        group as TGroup ?? throw new ArgumentException($"This optimizer takes groups of type {typeof(TGroup).DeclaringType?.Name}.{typeof(TGroup).Name}, not {group.GetType()}.");

    /// <summary>Refuses a setting out of range; comparisons are such that NaN fails.</summary>
    private protected static void Require([System.Diagnostics.CodeAnalysis.DoesNotReturnIf(false)] bool condition, string setting, double value)
    {
        if (!condition)
        {
            throw new ArgumentException($"Invalid {setting}: {value}");
        }
    }

    private void Step(Parameter parameter, TensorImpl gradient, OptimizerState state, ParamGroup group)
    {
        Tensor values = Rows.Contiguous(parameter);
        Tensor slopes = Rows.Contiguous(new Tensor(gradient.AddHandle()));
        Update(values, slopes, state, group);
        if (ReferenceEquals(values, parameter))
        {
            parameter.Impl.Storage.BumpVersion();
        }
        else
        {
            parameter.copy_(values);
        }
    }
}

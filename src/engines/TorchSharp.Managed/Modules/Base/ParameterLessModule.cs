namespace TorchSharp.Modules;

/// <summary>A module that has nothing to train, to save or to move: it refuses components.</summary>
/// <typeparam name="T1">The input's type.</typeparam>
/// <typeparam name="TResult">The output's type.</typeparam>
public abstract class ParameterLessModule<T1, TResult> : torch.nn.Module<T1, TResult>
{
    /// <summary>Makes the module.</summary>
    /// <param name="name">The module's name.</param>
    protected ParameterLessModule(string name)
        : base(name)
    {
    }

    /// <summary>Refuses: the module has no buffers.</summary>
    /// <param name="name">The buffer's name.</param>
    /// <param name="tensor">The buffer.</param>
    /// <param name="persistent">Whether it belongs to the saved state.</param>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw Refusal("buffer", name);

    /// <summary>Refuses: the module has no parameters.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="param">The parameter.</param>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void register_parameter(string name, Parameter param) => throw Refusal("parameter", name);

    /// <summary>Refuses: the module has no submodules.</summary>
    /// <param name="name">The submodule's name.</param>
    /// <param name="submodule">The submodule.</param>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void register_module(string name, torch.nn.Module submodule) => throw Refusal("submodule", name);

    /// <summary>Nothing to find: fields of such a module hold settings.</summary>
    protected override void RegisterComponents()
    {
    }

    private InvalidOperationException Refusal(string kind, string component) =>
        new($"Cannot register the {kind} '{component}' with {GetName()}: it is a module without parameters.");
}

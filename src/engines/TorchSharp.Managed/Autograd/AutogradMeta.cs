namespace TorchSharp;

/// <summary>A tensor's part in automatic differentiation.</summary>
internal sealed class AutogradMeta(TensorImpl owner)
{
    private Node? gradFunction;
    private bool requiresGrad;

    /// <summary>The base that this tensor is a view of, if operations on it are to be recorded there too.</summary>
    internal ViewInfo? View { get; set; }

    /// <summary>What backward has accumulated here; its contents never require grad.</summary>
    internal TensorImpl? Grad { get; private set; }

    /// <summary>The node that adds to <see cref="Grad"/>, made when first needed.</summary>
    internal AccumulateGrad? Accumulator { get; private set; }

    /// <summary>Whether nothing can read the gradient any more.</summary>
    internal bool IsReleased { get; private set; }

    /// <summary>The operation that made the tensor; null for leaves.</summary>
    internal Node? GradFunction
    {
        get
        {
            // An in-place operation on the base, or on another view of it, has made this view's history stale.
            if (View is { } view && view.Version != owner.Storage.Version)
            {
                view.Version = owner.Storage.Version;
                if (view.Base.Autograd is { RequiresGrad: true })
                {
                    SetGradFunction(new ViewNode(view.Base, owner));
                }
            }

            return gradFunction;
        }
    }

    internal bool RequiresGrad => requiresGrad || GradFunction is not null;

    internal bool IsLeaf => GradFunction is null;

    internal void SetRequiresGrad(bool value) => requiresGrad = value;

    internal void SetGradFunction(Node? node)
    {
        node?.AddReference();
        gradFunction?.Release();
        gradFunction = node;
    }

    /// <summary>Takes over a handle to the new gradient.</summary>
    internal void SetGrad(TensorImpl? grad)
    {
        TensorImpl? old = Grad;
        Grad = grad;
        old?.ReleaseHandle();
    }

    internal AccumulateGrad EnsureAccumulator() => Accumulator ??= new AccumulateGrad(this);

    internal void Release()
    {
        IsReleased = true;
        SetGrad(null);
        SetGradFunction(null);
        ForgetView();
    }

    /// <summary>Cuts the tie to a base, whose memory the tensor no longer shows.</summary>
    internal void ForgetView()
    {
        View?.Base.ReleaseHandle();
        View = null;
    }
}

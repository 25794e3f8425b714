using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Optimizers, and schedules of their learning rates.</summary>
    public static partial class optim
    {
        /// <summary>Changes parameters by their gradients.</summary>
        public abstract class Optimizer : IDisposable
        {
            /// <summary>The groups of parameters, each with settings of its own.</summary>
            protected IList<ParamGroup> _parameter_groups = [];

            /// <summary>Makes an optimizer without parameters.</summary>
            private protected Optimizer()
            {
            }

            /// <summary>The groups of parameters, as schedulers see them.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => _parameter_groups;

            /// <summary>Releases what the optimizer remembers of its parameters; the parameters stay.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Adds parameters with settings of their own.</summary>
            /// <param name="param_group">The group, of the optimizer's own kind.</param>
            /// <exception cref="ArgumentException">The group belongs to another kind of optimizer, or a setting is out of range.</exception>
            public abstract void add_param_group(ParamGroup param_group);

            /// <summary>All parameters.</summary>
            /// <returns>The parameters, group by group.</returns>
            public virtual IEnumerable<Parameter> parameters() => _parameter_groups.SelectMany(static group => group.Parameters);

            /// <summary>Changes every parameter that has a gradient.</summary>
            /// <param name="closure">Computes the loss and its gradients first; null if they are there already.</param>
            /// <returns>The closure's loss; null without one.</returns>
            /// <exception cref="KeyNotFoundException">A parameter was replaced after the optimizer was made.</exception>
            /// <exception cref="InvalidOperationException">A parameter was disposed.</exception>
            public abstract Tensor? step(Func<Tensor>? closure = null);

            /// <summary>Fills the gradients with zeros.</summary>
            public virtual void zero_grad()
            {
                foreach (Parameter parameter in parameters())
                {
                    Gradients.Clear(parameter, drop: false);
                }
            }

            /// <summary>Releases what the optimizer remembers of its parameters.</summary>
            /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
            protected virtual void Dispose(bool disposing)
            {
            }
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Layers, losses and what they are made of.</summary>
    public static partial class nn
    {
        /// <summary>
        /// The base of all layers and models: a named tree of parameters, buffers and submodules.
        /// </summary>
        /// <remarks>
        /// A model derives from <see cref="Module{T, TResult}"/>, keeps its layers in fields and calls
        /// <see cref="RegisterComponents"/> at the end of its constructor. The attribute keeps the fields of models
        /// that are trimmed or compiled ahead of time, because that one method looks for them by reflection.
        /// </remarks>
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.NonPublicFields)]
        public partial class Module : IDisposable
        {
            /// <summary>The submodules by name, in the order of registration.</summary>
            protected OrderedDict<string, Module> _internal_submodules = new();

            /// <summary>The module's own buffers by name; the flag says whether they belong to the saved state.</summary>
            protected OrderedDict<string, (Tensor, bool)> _internal_buffers = new();

            /// <summary>The module's own parameters by name.</summary>
            protected OrderedDict<string, Parameter> _internal_params = new();

            /// <summary>The module's name.</summary>
            protected string name;

            private bool componentsRegistered;

            /// <summary>Makes a module without components.</summary>
            /// <param name="name">The module's name, usually that of its class.</param>
            protected Module(string name)
            {
                this.name = name;
            }

            /// <summary>Whether the module is in training mode; see <see cref="train"/>.</summary>
            public virtual bool training { get; private protected set; } = true;

            /// <summary>Disposes parameters, buffers and submodules.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>The module's name.</summary>
            /// <returns>The name given to the constructor.</returns>
            public virtual string GetName() => name;

            /// <summary>Calls an action for every submodule, children before parents, and for the module itself.</summary>
            /// <param name="fn">The action.</param>
            /// <returns>The module itself.</returns>
            public virtual Module apply(Action<Module> fn)
            {
                foreach ((_, Module child) in _internal_submodules)
                {
                    child.apply(fn);
                }

                fn(this);
                return this;
            }

            /// <summary>Sets training mode for the module and its submodules; dropout and batch normalization depend on it.</summary>
            /// <param name="train">True for training, false for evaluation.</param>
            public virtual void train(bool train = true)
            {
                training = train;
                foreach ((_, Module child) in named_children())
                {
                    child.train(train);
                }
            }

            /// <summary>Sets evaluation mode for the module and its submodules.</summary>
            public virtual void eval() => train(false);

            /// <summary>Clears the gradients of all parameters.</summary>
            /// <param name="set_to_none">True drops the gradients, false fills them with zeros.</param>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (Parameter parameter in parameters())
                {
                    Gradients.Clear(parameter, set_to_none);
                }
            }

            /// <summary>The direct submodules with their names.</summary>
            /// <returns>Name and module, in the order of registration.</returns>
            public virtual IEnumerable<(string name, Module module)> named_children() => _internal_submodules;

            /// <summary>The direct submodules.</summary>
            /// <returns>The modules, in the order of registration.</returns>
            public virtual IEnumerable<Module> children() => named_children().Select(static child => child.module);

            /// <summary>All submodules with their full names; the module itself is not among them.</summary>
            /// <returns>Dotted name and module: the children first, then what is below each.</returns>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach ((string name, Module module) child in named_children())
                {
                    yield return child;
                }

                foreach ((string childName, Module child) in named_children())
                {
                    foreach ((string name, Module module) in child.named_modules())
                    {
                        yield return ($"{childName}.{name}", module);
                    }
                }
            }

            /// <summary>All submodules; the module itself is not among them.</summary>
            /// <returns>The modules, in the order of <see cref="named_modules"/>.</returns>
            public virtual IEnumerable<Module> modules() => named_modules().Select(static entry => entry.module);

            /// <summary>Adds a submodule; the same as <see cref="register_module"/>.</summary>
            /// <param name="name">The submodule's name.</param>
            /// <param name="module">The submodule.</param>
            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Adds a submodule, or removes one.</summary>
            /// <param name="name">The submodule's name: not empty and without dots.</param>
            /// <param name="submodule">The submodule, or null to remove the one of this name.</param>
            /// <exception cref="ArgumentException">The name is empty or has a dot.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_module(string name, Module submodule)
            {
                if (submodule is null)
                {
                    _internal_submodules.Remove(name);
                    return;
                }

                if (string.IsNullOrEmpty(name))
                {
                    throw new ArgumentException("module name can't be empty string \"\"", nameof(name));
                }

                if (name.Contains('.'))
                {
                    throw new ArgumentException($"module name can't contain \".\", got: {name}", nameof(name));
                }

                if (_internal_submodules.ContainsKey(name))
                {
                    throw new InvalidOperationException($"Sub-module {name} is already registered.");
                }

                submodule.RegisterComponents();
                _internal_submodules.Add(name, submodule);
            }

            /// <summary>
            /// Finds the modules, parameters and tensors in the fields of the model's class and registers them under
            /// the fields' names. Call it once, at the end of the constructor; what is registered already stays.
            /// </summary>
            protected virtual void RegisterComponents()
            {
                if (componentsRegistered)
                {
                    return;
                }

                foreach (FieldInfo field in GetType().GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
                {
                    if (_internal_submodules.ContainsKey(field.Name) || _internal_params.ContainsKey(field.Name) || _internal_buffers.ContainsKey(field.Name))
                    {
                        continue;
                    }

                    switch (field.GetValue(this))
                    {
                        case Module module:
                            register_module(field.Name, module);
                            break;
                        case Parameter parameter:
                            register_parameter(field.Name, parameter);
                            break;
                        case Tensor tensor:
                            register_buffer(field.Name, tensor);
                            break;
                    }
                }

                componentsRegistered = true;
            }

            /// <summary>Disposes parameters, buffers and submodules.</summary>
            /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing)
                {
                    return;
                }

                foreach ((_, (Tensor buffer, _)) in _internal_buffers)
                {
                    buffer.Dispose();
                }

                foreach ((_, Parameter parameter) in _internal_params)
                {
                    parameter.Dispose();
                }

                foreach ((_, Module child) in _internal_submodules)
                {
                    child.Dispose();
                }
            }
        }
    }
}

using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <content>Parameters and buffers.</content>
        public partial class Module
        {
            /// <summary>The parameters with their full names: the module's own, then those of its submodules.</summary>
            /// <param name="recurse">False leaves out the submodules' parameters.</param>
            /// <returns>Dotted name and parameter; one that is shared comes once.</returns>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
                foreach ((string name, Parameter parameter) own in _internal_params)
                {
                    if (seen.Add(own.parameter))
                    {
                        yield return own;
                    }
                }

                if (!recurse)
                {
                    yield break;
                }

                foreach ((string childName, Module child) in named_children())
                {
                    foreach ((string name, Parameter parameter) in child.named_parameters())
                    {
                        if (seen.Add(parameter))
                        {
                            yield return ($"{childName}.{name}", parameter);
                        }
                    }
                }
            }

            /// <summary>The parameters: the module's own, then those of its submodules.</summary>
            /// <param name="recurse">False leaves out the submodules' parameters.</param>
            /// <returns>The parameters; one that is shared comes once.</returns>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(static entry => entry.parameter);

            /// <summary>The buffers with their full names: the module's own, then those of its submodules.</summary>
            /// <param name="recurse">False leaves out the submodules' buffers.</param>
            /// <param name="include_nonpersistent">False leaves out buffers that do not belong to the saved state.</param>
            /// <returns>Dotted name and buffer; one that is shared comes once.</returns>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
                foreach ((string name, (Tensor buffer, bool persistent)) in _internal_buffers)
                {
                    if ((persistent || include_nonpersistent) && seen.Add(buffer))
                    {
                        yield return (name, buffer);
                    }
                }

                if (!recurse)
                {
                    yield break;
                }

                foreach ((string childName, Module child) in named_children())
                {
                    foreach ((string name, Tensor buffer) in child.named_buffers(true, include_nonpersistent))
                    {
                        if (seen.Add(buffer))
                        {
                            yield return ($"{childName}.{name}", buffer);
                        }
                    }
                }
            }

            /// <summary>The buffers: the module's own, then those of its submodules.</summary>
            /// <param name="recurse">False leaves out the submodules' buffers.</param>
            /// <param name="include_nonpersistent">False leaves out buffers that do not belong to the saved state.</param>
            /// <returns>The buffers; one that is shared comes once.</returns>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(static entry => entry.buffer);

            /// <summary>Whether there is a parameter of this name.</summary>
            /// <param name="target">The full name, with dots between module names.</param>
            /// <returns>True when there is.</returns>
            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            /// <summary>Whether there is a buffer of this name.</summary>
            /// <param name="target">The full name, with dots between module names.</param>
            /// <returns>True when there is.</returns>
            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            /// <summary>The parameter of this name.</summary>
            /// <param name="target">The full name, with dots between module names.</param>
            /// <returns>The parameter, or null.</returns>
            public virtual Parameter? get_parameter(string target)
            {
                ArgumentNullException.ThrowIfNull(target);
                return _internal_params.TryGetValue(target, out Parameter? parameter)
                    ? parameter
                    : FindChild(target, out string rest)?.get_parameter(rest);
            }

            /// <summary>The buffer of this name.</summary>
            /// <param name="target">The full name, with dots between module names.</param>
            /// <returns>The buffer, or null.</returns>
            public virtual Tensor? get_buffer(string target)
            {
                ArgumentNullException.ThrowIfNull(target);
                return _internal_buffers.TryGetValue(target, out (Tensor buffer, bool persistent) entry)
                    ? entry.buffer
                    : FindChild(target, out string rest)?.get_buffer(rest);
            }

            /// <summary>Adds a buffer: a tensor that is part of the state but not trained.</summary>
            /// <param name="name">The buffer's name.</param>
            /// <param name="tensor">The buffer.</param>
            /// <param name="persistent">False keeps it out of <see cref="state_dict"/> and saved files.</param>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (_internal_buffers.ContainsKey(name))
                {
                    throw new InvalidOperationException($"Tensor {name} is already registered.");
                }

                _internal_buffers.Add(name, (tensor, persistent));
            }

            /// <summary>Adds a parameter.</summary>
            /// <param name="name">The parameter's name.</param>
            /// <param name="param">The parameter.</param>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_parameter(string name, Parameter param)
            {
                ArgumentNullException.ThrowIfNull(param);
                if (_internal_params.ContainsKey(name))
                {
                    throw new InvalidOperationException($"Parameter {name} is already registered.");
                }

                _internal_params.Add(name, param);
            }

            /// <summary>Registers a parameter in place of the one of the same name, or removes that.</summary>
            /// <param name="name">The parameter's name.</param>
            /// <param name="value">The parameter, or null to remove it.</param>
            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                if (value is null)
                {
                    _internal_params.Remove(name);
                }
                else
                {
                    _internal_params[name] = value;
                }
            }

            /// <summary>Registers a buffer in place of the one of the same name, or removes that.</summary>
            /// <param name="name">The buffer's name.</param>
            /// <param name="value">The buffer, or null to remove it.</param>
            /// <param name="persistent">False keeps it out of the saved state.</param>
            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                if (value is null)
                {
                    _internal_buffers.Remove(name);
                }
                else
                {
                    _internal_buffers[name] = (value, persistent);
                }
            }

            /// <summary>
            /// Puts a parameter into a layer's field: it leaves the dispose scope, is registered under its name, and
            /// the one that was there is disposed.
            /// </summary>
            private protected void SetParameter(string name, ref Parameter? field, Parameter? value)
            {
                if (ReferenceEquals(field, value))
                {
                    return;
                }

                field?.Dispose();
                value?.DetachFromDisposeScope();
                field = value;
                ConditionallyRegisterParameter(name, value);
            }

            /// <summary>As <see cref="SetParameter"/>, for a parameter that a layer cannot be without.</summary>
            private protected void SetRequiredParameter(string name, ref Parameter? field, Parameter value)
            {
                ArgumentNullException.ThrowIfNull(value, name);
                SetParameter(name, ref field, value);
            }

            /// <summary>Puts a buffer into a layer's field, as <see cref="SetParameter"/> does with parameters.</summary>
            private protected void SetBuffer(string name, ref Tensor? field, Tensor? value)
            {
                if (ReferenceEquals(field, value))
                {
                    return;
                }

                field?.Dispose();
                value?.DetachFromDisposeScope();
                field = value;
                ConditionallyRegisterBuffer(name, value);
            }

            private Module? FindChild(string target, out string rest)
            {
                int dot = target.IndexOf('.', StringComparison.Ordinal);
                if (dot < 0)
                {
                    rest = string.Empty;
                    return null;
                }

                rest = target[(dot + 1)..];
                string childName = target[..dot];
                return named_children().FirstOrDefault(child => child.name == childName).module;
            }
        }
    }
}

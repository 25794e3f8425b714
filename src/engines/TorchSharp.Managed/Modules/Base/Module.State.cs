using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <content>The state: dictionaries and files.</content>
        public partial class Module
        {
            /// <summary>The parameters and persistent buffers by full name. The tensors are the module's own, not copies.</summary>
            /// <param name="destination">A dictionary to add to, or null for a new one.</param>
            /// <param name="prefix">What to put, with a dot, before every name.</param>
            /// <returns>The dictionary: parameters first, then buffers.</returns>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                string start = string.IsNullOrEmpty(prefix) ? string.Empty : prefix + ".";
                foreach ((string name, Parameter parameter) in named_parameters())
                {
                    destination.TryAdd(start + name, parameter);
                }

                foreach ((string name, Tensor buffer) in named_buffers(include_nonpersistent: false))
                {
                    destination.TryAdd(start + name, buffer);
                }

                return destination;
            }

            /// <summary>Copies values into the module's parameters and buffers, in place.</summary>
            /// <param name="source">The values by full name, as <see cref="state_dict"/> gives them.</param>
            /// <param name="strict">True refuses a source whose names are not exactly those of the module.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <returns>The names that the source lacks, and those that the module lacks.</returns>
            /// <exception cref="InvalidOperationException">The names differ and <paramref name="strict"/> is true.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                skip ??= [];
                Dictionary<string, Tensor> destination = state_dict();
                List<string> unexpected = [.. source.Keys.Where(key => !skip.Contains(key) && !destination.ContainsKey(key))];
                List<string> missing = [.. destination.Keys.Where(key => !skip.Contains(key) && !source.ContainsKey(key))];
                if (strict && (missing.Count > 0 || unexpected.Count > 0))
                {
                    throw new InvalidOperationException(
                        "The loaded state_dict is not identical to the target dictionary. "
                        + $"Missing: [{string.Join(", ", missing)}]. Unexpected: [{string.Join(", ", unexpected)}].");
                }

                using IDisposable _ = no_grad();
                foreach ((string key, Tensor value) in source)
                {
                    if (!skip.Contains(key) && destination.TryGetValue(key, out Tensor? target))
                    {
                        // The same object again, so that the caller's dispose scope gains nothing.
                        target.copy_(value);
                    }
                }

                return (missing, unexpected);
            }

            /// <summary>Writes parameters and persistent buffers to a file.</summary>
            /// <param name="location">The file's path.</param>
            /// <param name="skip">Names to leave out.</param>
            /// <returns>The module itself.</returns>
            public Module save(string location, IList<string>? skip = null)
            {
                using FileStream stream = File.Create(location);
                using var writer = new BinaryWriter(stream);
                return save(writer, skip);
            }

            /// <summary>Writes parameters and persistent buffers.</summary>
            /// <param name="writer">Where to write; it stays open.</param>
            /// <param name="skip">Names to leave out.</param>
            /// <returns>The module itself.</returns>
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>Writes parameters and persistent buffers to a stream and closes it.</summary>
            /// <param name="stream">Where to write.</param>
            /// <param name="skip">Names to leave out.</param>
            /// <returns>The module itself.</returns>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream);
                return save(writer, skip);
            }

            /// <summary>Writes tensors by name.</summary>
            /// <param name="writer">Where to write; it stays open.</param>
            /// <param name="sd">The tensors.</param>
            /// <param name="skip">Names to leave out.</param>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null) =>
                StateStream.Write(writer, sd.Where(entry => skip?.Contains(entry.Key) != true).ToList());

            /// <summary>Reads parameters and buffers from a file.</summary>
            /// <param name="location">The file's path.</param>
            /// <param name="strict">True refuses a file whose names are not exactly those of the module.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <param name="loadedParameters">If given, gets an entry per name: whether the file's value belongs to the module.</param>
            /// <returns>The module itself.</returns>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            public virtual Module load(string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                if (!File.Exists(location))
                {
                    throw new FileNotFoundException(location, location);
                }

                using FileStream stream = File.OpenRead(location);
                using var reader = new BinaryReader(stream);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <summary>Reads parameters and buffers.</summary>
            /// <param name="reader">Where to read; it stays open.</param>
            /// <param name="strict">True refuses a stream whose names are not exactly those of the module.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <param name="loadedParameters">If given, gets an entry per name: whether the stream's value belongs to the module.</param>
            /// <returns>The module itself.</returns>
            /// <exception cref="ArgumentException">Names, types or shapes do not fit.</exception>
            /// <exception cref="EndOfStreamException">The stream is truncated.</exception>
            public virtual Module load(BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                StateStream.Read(reader, state_dict(), strict, skip ?? [], loadedParameters);
                return this;
            }

            /// <summary>Reads parameters and buffers from a stream and closes it.</summary>
            /// <param name="stream">Where to read.</param>
            /// <param name="strict">True refuses a stream whose names are not exactly those of the module.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <param name="loadedParameters">If given, gets an entry per name: whether the stream's value belongs to the module.</param>
            /// <returns>The module itself.</returns>
            /// <exception cref="ArgumentException">Names, types or shapes do not fit.</exception>
            /// <exception cref="EndOfStreamException">The stream is truncated.</exception>
            public Module load(Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream);
                return load(reader, strict, skip, loadedParameters);
            }
        }
    }
}

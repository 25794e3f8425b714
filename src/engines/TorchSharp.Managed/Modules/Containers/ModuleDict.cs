using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp.Modules
{
    /// <summary>Modules by name, in the order in which they were added.</summary>
    /// <typeparam name="T">The modules' type.</typeparam>
    public class ModuleDict<T> : torch.nn.Module, IDictionary<string, T>, IList<(string, T)>
        where T : torch.nn.Module
    {
        private readonly OrderedDict<string, T> entries = new();

        /// <summary>Makes an empty dictionary.</summary>
        public ModuleDict()
            : base("ModuleDict")
        {
        }

        /// <summary>The number of modules.</summary>
        public int Count => entries.Count;

        /// <summary>Always false.</summary>
        public bool IsReadOnly => false;

        /// <summary>The names, in order.</summary>
        public ICollection<string> Keys => entries.Keys;

        /// <summary>The modules, in order.</summary>
        public ICollection<T> Values => entries.Values;

        /// <summary>The name and module at a position.</summary>
        /// <param name="index">The position.</param>
        public (string, T) this[int index]
        {
            get => entries[index];
            set => Change(() => entries[index] = value);
        }

        /// <summary>The module of a name. Setting it keeps the name's position, or appends a new name.</summary>
        /// <param name="key">The name.</param>
        public T this[string key]
        {
            get => entries[key];
            set => Change(() => entries[key] = value);
        }

        /// <summary>Adds a module at the end.</summary>
        /// <param name="item">Name and module.</param>
        /// <exception cref="ArgumentException">The name is taken.</exception>
        public void Add((string, T) item) => Add(item.Item1, item.Item2);

        /// <summary>Adds a module at the end.</summary>
        /// <param name="item">Name and module.</param>
        /// <exception cref="ArgumentException">The name is taken.</exception>
        public void Add(KeyValuePair<string, T> item) => Add(item.Key, item.Value);

        /// <summary>Adds a module at the end.</summary>
        /// <param name="key">The name.</param>
        /// <param name="value">The module.</param>
        /// <exception cref="ArgumentException">The name is taken.</exception>
        public void Add(string key, T value) => Change(() => entries.Add(key, value));

        /// <summary>Takes all modules out; they are not disposed.</summary>
        public void Clear() => Change(entries.Clear);

        /// <summary>Takes all modules out; they are not disposed.</summary>
        public void clear() => Clear();

        /// <summary>Whether this module is there under this name.</summary>
        /// <param name="item">Name and module.</param>
        /// <returns>True when it is.</returns>
        public bool Contains((string, T) item) => entries.Contains(item);

        /// <summary>Whether this module is there under this name.</summary>
        /// <param name="item">Name and module.</param>
        /// <returns>True when it is.</returns>
        public bool Contains(KeyValuePair<string, T> item) => entries.Contains(item);

        /// <summary>Whether there is a module of this name.</summary>
        /// <param name="key">The name.</param>
        /// <returns>True when there is.</returns>
        public bool ContainsKey(string key) => entries.ContainsKey(key);

        /// <summary>Copies names and modules into an array.</summary>
        /// <param name="array">The array.</param>
        /// <param name="arrayIndex">Where in it to begin.</param>
        public void CopyTo((string, T)[] array, int arrayIndex) => entries.CopyTo(array, arrayIndex);

        /// <summary>Copies names and modules into an array.</summary>
        /// <param name="array">The array.</param>
        /// <param name="arrayIndex">Where in it to begin.</param>
        public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => entries.CopyTo(array, arrayIndex);

        /// <summary>Goes through names and modules in order.</summary>
        /// <returns>The enumerator.</returns>
        public IEnumerator<(string, T)> GetEnumerator() => entries.GetEnumerator();

        /// <inheritdoc/>
        IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() =>
            ((IEnumerable<KeyValuePair<string, T>>)entries).GetEnumerator();

        /// <inheritdoc/>
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        /// <summary>The position of a module under a name.</summary>
        /// <param name="item">Name and module.</param>
        /// <returns>The position, or -1.</returns>
        public int IndexOf((string, T) item) => entries.IndexOf(item);

        /// <summary>Inserts a module.</summary>
        /// <param name="index">Its position.</param>
        /// <param name="item">Name and module.</param>
        /// <exception cref="ArgumentException">The name is taken.</exception>
        public void Insert(int index, (string, T) item) => Change(() => entries.Insert(index, item));

        /// <summary>Names and modules in order.</summary>
        /// <returns>The enumerator.</returns>
        public IEnumerator<(string, T)> items() => entries.items();

        /// <summary>The names in order.</summary>
        /// <returns>The names.</returns>
        public IEnumerable<string> keys() => entries.keys();

        /// <summary>Takes a module out if it is there under this name; it is not disposed.</summary>
        /// <param name="item">Name and module.</param>
        /// <returns>True when it was there.</returns>
        public bool Remove((string, T) item) => Contains(item) && Remove(item.Item1);

        /// <summary>Takes a module out if it is there under this name; it is not disposed.</summary>
        /// <param name="item">Name and module.</param>
        /// <returns>True when it was there.</returns>
        public bool Remove(KeyValuePair<string, T> item) => Remove((item.Key, item.Value));

        /// <summary>Takes the module of a name out; it is not disposed.</summary>
        /// <param name="key">The name.</param>
        /// <returns>True when it was there.</returns>
        public bool Remove(string key)
        {
            bool removed = false;
            Change(() => removed = entries.Remove(key));
            return removed;
        }

        /// <summary>Takes the module at a position out; it is not disposed.</summary>
        /// <param name="index">The position.</param>
        public void RemoveAt(int index) => Change(() => entries.RemoveAt(index));

        /// <summary>The module of a name, if it is there.</summary>
        /// <param name="key">The name.</param>
        /// <param name="value">The module.</param>
        /// <returns>True when it is there.</returns>
        public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => entries.TryGetValue(key, out value);

        /// <summary>The modules in order.</summary>
        /// <returns>The modules.</returns>
        public IEnumerable<T> values() => entries.values();

        /// <summary>Nothing to find by reflection: the modules were registered when they were added.</summary>
        protected override void RegisterComponents()
        {
        }

        private void Change(Action change)
        {
            change();
            _internal_submodules.Clear();
            foreach ((string key, T module) in entries)
            {
                register_module(key, module);
            }
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes a dictionary of modules of any type.</summary>
            /// <param name="modules">Names and modules, in order.</param>
            /// <returns>The dictionary.</returns>
            public static ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => ModuleDict<Module>(modules);

            /// <summary>Makes a dictionary of modules of one type.</summary>
            /// <typeparam name="T">The modules' type.</typeparam>
            /// <param name="modules">Names and modules, in order.</param>
            /// <returns>The dictionary.</returns>
            public static ModuleDict<T> ModuleDict<T>(params (string, T)[] modules)
                where T : Module
            {
                var dictionary = new ModuleDict<T>();
                foreach ((string, T) entry in modules)
                {
                    dictionary.Add(entry);
                }

                return dictionary;
            }
        }
    }
}

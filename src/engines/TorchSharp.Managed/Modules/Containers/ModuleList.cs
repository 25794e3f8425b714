using System.Collections;
using System.Globalization;
using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Modules in a list, named by their positions.</summary>
    /// <typeparam name="T">The modules' type.</typeparam>
    public class ModuleList<T> : torch.nn.Module, IList<T>
        where T : torch.nn.Module
    {
        private readonly List<T> list = [];

        /// <summary>Makes a list of modules.</summary>
        /// <param name="modules">The modules, in order.</param>
        public ModuleList(params T[] modules)
            : base("ModuleList")
        {
            extend(modules);
        }

        /// <summary>The number of modules.</summary>
        public int Count => list.Count;

        /// <summary>Always false.</summary>
        public bool IsReadOnly => false;

        /// <summary>The module at a position. The one that was there is not disposed.</summary>
        /// <param name="index">The position.</param>
        public T this[int index]
        {
            get => list[index];
            set
            {
                list[index] = value;
                Rename();
            }
        }

        /// <summary>Adds a module at the end.</summary>
        /// <param name="item">The module.</param>
        public void Add(T item)
        {
            register_module(NameOf(list.Count), item);
            list.Add(item);
        }

        /// <summary>Adds modules at the end.</summary>
        /// <param name="parameters">The modules, in order.</param>
        public void append(params T[] parameters) => extend(parameters);

        /// <summary>Adds modules at the end.</summary>
        /// <param name="modules">The modules, in order.</param>
        public void extend(IEnumerable<T> modules)
        {
            foreach (T module in modules)
            {
                Add(module);
            }
        }

        /// <summary>Takes all modules out of the list; they are not disposed.</summary>
        public void Clear()
        {
            list.Clear();
            Rename();
        }

        /// <summary>Whether a module is in the list.</summary>
        /// <param name="item">The module.</param>
        /// <returns>True when it is.</returns>
        public bool Contains(T item) => list.Contains(item);

        /// <summary>Copies the modules into an array.</summary>
        /// <param name="array">The array.</param>
        /// <param name="arrayIndex">Where in it to begin.</param>
        public void CopyTo(T[] array, int arrayIndex) => list.CopyTo(array, arrayIndex);

        /// <summary>Goes through the modules in order.</summary>
        /// <returns>The enumerator.</returns>
        public IEnumerator<T> GetEnumerator() => list.GetEnumerator();

        /// <inheritdoc/>
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        /// <summary>The position of a module.</summary>
        /// <param name="item">The module.</param>
        /// <returns>The position, or -1.</returns>
        public int IndexOf(T item) => list.IndexOf(item);

        /// <summary>Inserts a module; those behind it are renamed.</summary>
        /// <param name="index">Its position.</param>
        /// <param name="item">The module.</param>
        public void Insert(int index, T item)
        {
            list.Insert(index, item);
            Rename();
        }

        /// <summary>Takes a module out of the list; it is not disposed, and those behind it are renamed.</summary>
        /// <param name="item">The module.</param>
        /// <returns>True when it was there.</returns>
        public bool Remove(T item)
        {
            bool removed = list.Remove(item);
            Rename();
            return removed;
        }

        /// <summary>Takes the module at a position out of the list; it is not disposed, and those behind it are renamed.</summary>
        /// <param name="index">The position.</param>
        public void RemoveAt(int index)
        {
            list.RemoveAt(index);
            Rename();
        }

        /// <summary>Nothing to find by reflection: the modules were registered when they were added.</summary>
        protected override void RegisterComponents()
        {
        }

        private static string NameOf(int index) => index.ToString(CultureInfo.InvariantCulture);

        private void Rename()
        {
            _internal_submodules.Clear();
            for (int i = 0; i < list.Count; i++)
            {
                register_module(NameOf(i), list[i]);
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
            /// <summary>Makes a list of modules of any type.</summary>
            /// <param name="modules">The modules, in order.</param>
            /// <returns>The list.</returns>
            public static ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

            /// <summary>Makes a list of modules of one type.</summary>
            /// <typeparam name="T">The modules' type.</typeparam>
            /// <param name="modules">The modules, in order.</param>
            /// <returns>The list.</returns>
            public static ModuleList<T> ModuleList<T>(params T[] modules)
                where T : Module => new(modules);
        }
    }
}

using System.Collections;
using System.Globalization;
using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Parameters in a list, named by their positions.</summary>
    public class ParameterList : torch.nn.Module, IList<Parameter>
    {
        private readonly List<Parameter> list = [];

        /// <summary>Makes a list of parameters.</summary>
        /// <param name="parameters">The parameters, in order.</param>
        public ParameterList(params Parameter[] parameters)
            : base(nameof(ParameterList))
        {
            extend(parameters);
        }

        /// <summary>The number of parameters.</summary>
        public int Count => list.Count;

        /// <summary>Always false.</summary>
        public bool IsReadOnly => false;

        /// <summary>The parameter at a position. The one that was there is not disposed.</summary>
        /// <param name="index">The position.</param>
        public Parameter this[int index]
        {
            get => list[index];
            set
            {
                list[index] = value;
                Rename();
            }
        }

        /// <summary>Adds a parameter at the end.</summary>
        /// <param name="item">The parameter.</param>
        public void Add(Parameter item)
        {
            register_parameter(NameOf(list.Count), item);
            list.Add(item);
        }

        /// <summary>Adds parameters at the end.</summary>
        /// <param name="parameters">The parameters, in order.</param>
        public void append(params Parameter[] parameters) => extend(parameters);

        /// <summary>Adds parameters at the end.</summary>
        /// <param name="parameters">The parameters, in order.</param>
        public void extend(IEnumerable<Parameter> parameters)
        {
            foreach (Parameter parameter in parameters)
            {
                Add(parameter);
            }
        }

        /// <summary>Takes all parameters out of the list; they are not disposed.</summary>
        public void Clear()
        {
            list.Clear();
            Rename();
        }

        /// <summary>Whether a parameter is in the list.</summary>
        /// <param name="item">The parameter.</param>
        /// <returns>True when it is.</returns>
        public bool Contains(Parameter item) => IndexOf(item) >= 0;

        /// <summary>Copies the parameters into an array.</summary>
        /// <param name="array">The array.</param>
        /// <param name="arrayIndex">Where in it to begin.</param>
        public void CopyTo(Parameter[] array, int arrayIndex) => list.CopyTo(array, arrayIndex);

        /// <summary>Goes through the parameters in order.</summary>
        /// <returns>The enumerator.</returns>
        public IEnumerator<Parameter> GetEnumerator() => list.GetEnumerator();

        /// <inheritdoc/>
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        /// <summary>The position of a parameter.</summary>
        /// <param name="item">The parameter.</param>
        /// <returns>The position, or -1.</returns>
        public int IndexOf(Parameter item) => list.FindIndex(entry => ReferenceEquals(entry, item));

        /// <summary>Inserts a parameter; those behind it are renamed.</summary>
        /// <param name="index">Its position.</param>
        /// <param name="item">The parameter.</param>
        public void Insert(int index, Parameter item)
        {
            list.Insert(index, item);
            Rename();
        }

        /// <summary>Takes a parameter out of the list; it is not disposed, and those behind it are renamed.</summary>
        /// <param name="item">The parameter.</param>
        /// <returns>True when it was there.</returns>
        public bool Remove(Parameter item)
        {
            int index = IndexOf(item);
            if (index >= 0)
            {
                RemoveAt(index);
            }

            return index >= 0;
        }

        /// <summary>Takes the parameter at a position out of the list; it is not disposed, and those behind it are renamed.</summary>
        /// <param name="index">The position.</param>
        public void RemoveAt(int index)
        {
            list.RemoveAt(index);
            Rename();
        }

        /// <summary>Nothing to find by reflection: the parameters were registered when they were added.</summary>
        protected override void RegisterComponents()
        {
        }

        private static string NameOf(int index) => index.ToString(CultureInfo.InvariantCulture);

        private void Rename()
        {
            _internal_params.Clear();
            for (int i = 0; i < list.Count; i++)
            {
                register_parameter(NameOf(i), list[i]);
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
            /// <summary>Makes a list of parameters.</summary>
            /// <param name="parameters">The parameters, in order.</param>
            /// <returns>The list.</returns>
            public static ParameterList ParameterList(params Parameter[] parameters) => new(parameters);
        }
    }
}

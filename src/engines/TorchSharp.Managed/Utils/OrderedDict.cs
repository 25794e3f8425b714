using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Utils;

/// <summary>A dictionary that remembers the order in which its entries were added, and gives them by position too.</summary>
/// <typeparam name="TKey">The keys' type.</typeparam>
/// <typeparam name="TValue">The values' type.</typeparam>
public class OrderedDict<TKey, TValue> : IDictionary<TKey, TValue>, IList<(TKey, TValue)>
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> entries = [];
    private readonly List<TKey> order = [];

    /// <summary>The number of entries.</summary>
    public int Count => order.Count;

    /// <summary>Always false.</summary>
    public bool IsReadOnly => false;

    /// <summary>The keys, in order.</summary>
    public ICollection<TKey> Keys => order.AsReadOnly();

    /// <summary>The values, in order.</summary>
    public ICollection<TValue> Values => order.ConvertAll(key => entries[key]).AsReadOnly();

    /// <summary>The entry at a position. Setting it replaces key and value.</summary>
    /// <param name="index">The position.</param>
    public (TKey, TValue) this[int index]
    {
        get => (order[index], entries[order[index]]);

        set
        {
            TKey replaced = order[index];
            if (entries.Comparer.Equals(replaced, value.Item1))
            {
                entries[replaced] = value.Item2;
                return;
            }

            entries.Add(value.Item1, value.Item2);
            entries.Remove(replaced);
            order[index] = value.Item1;
        }
    }

    /// <summary>The value of a key. Setting it keeps the key's position, or appends a new key.</summary>
    /// <param name="key">The key.</param>
    public TValue this[TKey key]
    {
        get => entries[key];
        set
        {
            if (!entries.ContainsKey(key))
            {
                order.Add(key);
            }

            entries[key] = value;
        }
    }

    /// <summary>Appends an entry.</summary>
    /// <param name="item">Key and value.</param>
    /// <exception cref="ArgumentException">The key is there already.</exception>
    public void Add((TKey, TValue) item) => Insert(Count, item);

    /// <summary>Appends an entry.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The key is there already.</exception>
    public void Add(TKey key, TValue value) => Insert(Count, (key, value));

    /// <summary>Appends an entry.</summary>
    /// <param name="item">Key and value.</param>
    /// <exception cref="ArgumentException">The key is there already.</exception>
    public void Add(KeyValuePair<TKey, TValue> item) => Insert(Count, (item.Key, item.Value));

    /// <summary>Removes all entries.</summary>
    public void Clear()
    {
        entries.Clear();
        order.Clear();
    }

    /// <summary>Removes all entries.</summary>
    public void clear() => Clear();

    /// <summary>Whether an entry with this key and value is there.</summary>
    /// <param name="item">Key and value.</param>
    /// <returns>True when both agree.</returns>
    public bool Contains((TKey, TValue) item) => IndexOf(item) >= 0;

    /// <summary>Whether an entry with this key and value is there.</summary>
    /// <param name="item">Key and value.</param>
    /// <returns>True when both agree.</returns>
    public bool Contains(KeyValuePair<TKey, TValue> item) => IndexOf((item.Key, item.Value)) >= 0;

    /// <summary>Whether a key is there.</summary>
    /// <param name="key">The key.</param>
    /// <returns>True when it is.</returns>
    public bool ContainsKey(TKey key) => entries.ContainsKey(key);

    /// <summary>Copies the entries into an array.</summary>
    /// <param name="array">The array.</param>
    /// <param name="arrayIndex">Where in it to begin.</param>
    public void CopyTo((TKey, TValue)[] array, int arrayIndex)
    {
        foreach ((TKey, TValue) entry in this)
        {
            array[arrayIndex++] = entry;
        }
    }

    /// <summary>Copies the entries into an array.</summary>
    /// <param name="array">The array.</param>
    /// <param name="arrayIndex">Where in it to begin.</param>
    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex)
    {
        foreach (TKey key in order)
        {
            array[arrayIndex++] = new KeyValuePair<TKey, TValue>(key, entries[key]);
        }
    }

    /// <summary>Goes through the entries in order.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<(TKey, TValue)> GetEnumerator() => order.Select(key => (key, entries[key])).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator<KeyValuePair<TKey, TValue>> IEnumerable<KeyValuePair<TKey, TValue>>.GetEnumerator() =>
        order.Select(key => new KeyValuePair<TKey, TValue>(key, entries[key])).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The position of an entry.</summary>
    /// <param name="item">Key and value.</param>
    /// <returns>The position, or -1.</returns>
    public int IndexOf((TKey, TValue) item) =>
        entries.TryGetValue(item.Item1, out TValue? value) && EqualityComparer<TValue>.Default.Equals(value, item.Item2)
            ? order.IndexOf(item.Item1)
            : -1;

    /// <summary>Inserts an entry.</summary>
    /// <param name="index">Its position.</param>
    /// <param name="item">Key and value.</param>
    /// <exception cref="ArgumentException">The key is there already.</exception>
    public void Insert(int index, (TKey, TValue) item)
    {
        if ((uint)index > (uint)order.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(index));
        }

        entries.Add(item.Item1, item.Item2);
        order.Insert(index, item.Item1);
    }

    /// <summary>The entries in order.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<(TKey, TValue)> items() => GetEnumerator();

    /// <summary>The keys in order.</summary>
    /// <returns>The keys.</returns>
    public IEnumerable<TKey> keys() => Keys;

    /// <summary>Removes an entry if both key and value agree.</summary>
    /// <param name="item">Key and value.</param>
    /// <returns>True when it was there.</returns>
    public bool Remove((TKey, TValue) item) => Contains(item) && Remove(item.Item1);

    /// <summary>Removes an entry if both key and value agree.</summary>
    /// <param name="item">Key and value.</param>
    /// <returns>True when it was there.</returns>
    public bool Remove(KeyValuePair<TKey, TValue> item) => Remove((item.Key, item.Value));

    /// <summary>Removes the entry of a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>True when it was there.</returns>
    public bool Remove(TKey key) => entries.Remove(key) && order.Remove(key);

    /// <summary>Removes the entry at a position.</summary>
    /// <param name="index">The position.</param>
    public void RemoveAt(int index) => Remove(order[index]);

    /// <summary>The value of a key, if it is there.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">Its value.</param>
    /// <returns>True when it is there.</returns>
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => entries.TryGetValue(key, out value);

    /// <summary>The values in order.</summary>
    /// <returns>The values.</returns>
    public IEnumerable<TValue> values() => Values;
}
